package dev.switchboard.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.bot.Proposal;
import dev.switchboard.bot.conversation.Proposed.State;
import dev.switchboard.bot.store.DurableCommit;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the bot offers to do is done once, for the right customer, or not at all. */
abstract class ProposalsContract extends StoreContract {
  private static final String KETTLE = "kettle";

  private Proposals proposals;
  private String id = "";

  @BeforeEach
  void vouch() {
    proposals = store.bean(Proposals.class);
    store.till.taken.clear();
    store.till.meanwhile = () -> {};
    store
        .bean(Customers.class)
        .note("web", "ann", new Vouched("cust-1", "Ann", "ann@shop.example"));
    id = accept("ann", "m1", "How long does delivery take?").conversationId();
    store.worker.next();
  }

  private Proposed offered(String item) {
    return offered(id, item);
  }

  private Proposed offered(String conversation, String item) {
    store
        .bean(DurableCommit.class)
        .run(() -> {
          var row = store.bean(ConversationTable.class).lock(conversation).orElseThrow();
          var turn = store.bean(Turns.class).told(row, "Shall I?", store.clock.millis());
          store
              .bean(ProposalBook.class)
              .made(
                  row,
                  turn,
                  List.of(
                      new Proposal(
                          "give_back",
                          "{\"item\":\"%s\"}".formatted(item),
                          "Give back the " + item)),
                  store.clock.millis());
        });
    return proposals.of(conversation).getLast();
  }

  private Optional<State> answer(Proposed proposed, boolean wanted) {
    return proposals.answer(id, proposed.id(), wanted, Locale.ENGLISH).map(Proposed::state);
  }

  private String told() {
    return by(Author.BOT, id).getLast().text();
  }

  @Test
  void whatIsConfirmedIsDoneForWhomTheSessionNamesAndTheCustomerIsTold() {
    assertThat(answer(offered(KETTLE), true)).contains(State.DONE);

    assertThat(store.till.taken).containsExactly("cust-1 kettle");
    assertThat(told()).isEqualTo("That is done.\n\nThe kettle is taken back.");
    assertThat(proposals.of(id)).extracting(Proposed::state).containsExactly(State.DONE);
    assertThat(custody(id)).isEqualTo(new Custody.Bot());
  }

  @Test
  void whatIsConfirmedManyTimesAtOnceIsDoneOnce() throws Exception {
    var proposed = offered(KETTLE);
    var said =
        atOnce(
            IntStream.range(0, 12)
                .<Callable<Optional<State>>>mapToObj(i -> () -> answer(proposed, i % 3 != 2))
                .toList());

    assertThat(said.stream().filter(Optional::isPresent)).hasSize(1);
    assertThat(store.till.taken).hasSizeLessThanOrEqualTo(1);
  }

  @Test
  void whatIsDeclinedIsNotDoneAndCannotBeConfirmedAnyMore() {
    var proposed = offered(KETTLE);

    assertThat(answer(proposed, false)).contains(State.DECLINED);
    assertThat(answer(proposed, true)).isEmpty();
    assertThat(store.till.taken).isEmpty();
    assertThat(told()).contains("left everything as it was");
  }

  @Test
  void nothingIsDoneOnceAPersonHasTheConversation() {
    var proposed = offered(KETTLE);
    store.conversations.command(id, new Command.Claim("Ava"));

    assertThat(answer(proposed, true)).isEmpty();
    store.conversations.command(id, new Command.HandBack("Ava"));
    assertThat(answer(proposed, true)).isEmpty();
    assertThat(store.till.taken).isEmpty();
  }

  @Test
  void theBotIsSilentWhenSomebodyTakesTheConversationWhileItIsDone() {
    var proposed = offered(KETTLE);
    long told = by(Author.BOT, id).size();
    store.till.meanwhile = () -> store.conversations.command(id, new Command.Claim("Ava"));

    assertThat(answer(proposed, true)).contains(State.DONE);
    assertThat(by(Author.BOT, id)).hasSize((int) told);
    assertThat(by(Author.SUGGESTION, id).getLast().text()).contains("The kettle is taken back.");
  }

  @Test
  void whatWasOfferedLongAgoIsNotDone() {
    var proposed = offered(KETTLE);
    store.clock.advance(Proposed.OPEN);

    assertThat(answer(proposed, true)).isEmpty();
    assertThat(store.till.taken).isEmpty();
  }

  @Test
  void nobodyConfirmsWhatWasOfferedToOthers() {
    var other = accept("bob", "m2", "How long does delivery take?").conversationId();
    var theirs = offered(other, KETTLE);

    assertThat(answer(theirs, true)).isEmpty();
    assertThat(store.till.taken).isEmpty();
  }

  @Test
  void forWhomNobodyVouchesNothingIsDone() {
    var other = accept("bob", "m2", "How long does delivery take?").conversationId();
    var theirs = offered(other, KETTLE);

    assertThat(proposals.answer(other, theirs.id(), true, Locale.ENGLISH))
        .hasValueSatisfying(said -> assertThat(said.state()).isEqualTo(State.FAILED));
    assertThat(store.till.taken).isEmpty();
    assertThat(custody(other)).isInstanceOf(Custody.Queued.class);
  }

  @Test
  void whatFailsGoesToAPersonAndTheCustomerIsToldNothingOfWhy() {
    assertThat(answer(offered("lost"), true)).contains(State.FAILED);

    assertThat(told()).contains("did not work").doesNotContain("nobody knows");
    assertThat(custody(id)).isInstanceOf(Custody.Queued.class);
  }

  @Test
  void whatWasBeingDoneWhenTheProcessEndedIsNotDoneAgainButShownToAPerson() {
    var proposed = offered(KETTLE);
    store
        .bean(DurableCommit.class)
        .run(() ->
            store
                .bean(ProposalTable.class)
                .move(proposed.id(), "OFFERED", "CONFIRMED", "", store.clock.millis()));
    assertThat(proposals.next()).isEmpty();
    store.clock.advance(Duration.ofMinutes(3));

    assertThat(proposals.next()).isPresent();
    assertThat(proposals.next()).isEmpty();
    assertThat(proposals.of(id)).extracting(Proposed::state).containsExactly(State.UNCLEAR);
    assertThat(store.till.taken).isEmpty();
    assertThat(custody(id)).isInstanceOf(Custody.Queued.class);
  }
}
