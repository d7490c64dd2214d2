package dev.switchboard.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.switchboard.bot.Message;
import dev.switchboard.bot.conversation.Command.Claim;
import dev.switchboard.bot.conversation.Command.Close;
import dev.switchboard.bot.conversation.Command.Escalate;
import dev.switchboard.bot.conversation.Command.HandBack;
import dev.switchboard.bot.conversation.Command.Resolve;
import dev.switchboard.bot.conversation.Command.Snooze;
import dev.switchboard.bot.conversation.Custody.Bot;
import dev.switchboard.bot.conversation.Custody.Queued;
import dev.switchboard.bot.conversation.Custody.Resolved;
import dev.switchboard.bot.conversation.Custody.Returned;
import dev.switchboard.bot.conversation.Custody.Snoozed;
import dev.switchboard.bot.conversation.Custody.WithAgent;
import dev.switchboard.bot.conversation.Transition.Accepted;
import dev.switchboard.bot.conversation.Transition.Refused;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What stored conversations do on every database. */
abstract class ConversationsContract extends StoreContract {
  private static final int CUSTOMERS = 25;
  private static final int MESSAGES = 1_000;
  private static final int DOUBLE_CLICKS = 250;

  @Test
  void storesWhatACustomerWrites() {
    var turn = accept("anna", "1", "Where's my card? ¿Dónde? 卡在哪里 👩‍👩‍👧");

    assertThat(turn.seq()).isEqualTo(1);
    assertThat(turn.author()).isEqualTo(Author.CUSTOMER);
    assertThat(turn.text()).isEqualTo("Where's my card? ¿Dónde? 卡在哪里 👩‍👩‍👧");
    assertThat(turn.at()).isEqualTo(store.clock.instant());
    assertThat(store.conversations.transcript(turn.conversationId())).containsExactly(turn);
    assertThat(store.conversations.find(turn.conversationId()))
        .contains(new Conversation(turn.conversationId(), "web", "anna", new Bot(), 0));
  }

  @Test
  void givesTheStoredTurnForAMessageThatComesAgain() {
    var first = accept("anna", "1", "Hello");
    accept("anna", "2", "Anyone?");
    store.clock.advance(Duration.ofDays(30));

    assertThat(accept("anna", "1", "Hello")).isEqualTo(first);
    assertThat(accept("anna", "1", "another text")).isEqualTo(first);
    assertThat(accept("berta", "1", "Hello")).isEqualTo(first);
    assertThat(store.conversations.transcript(first.conversationId())).hasSize(2);
    assertThat(store.number("select count(*) from conversation")).isEqualTo(1);
  }

  @Test
  void tellsTheSameIdInAnotherChannelApart() {
    var web = accept("anna", "1", "Hello");
    var mail = store.inbox.accept(new Incoming("email", "anna", "1", "Hello"));

    assertThat(mail.conversationId()).isNotEqualTo(web.conversationId());
  }

  @Test
  void takesAMessageOnceThatManyHandInAtOnce() throws Exception {
    for (int round = 0; round < 10; round++) {
      var id = "message " + round;
      var turns = atOnce(Collections.nCopies(6, () -> accept("anna", id, "Hello")));
      assertThat(turns).hasSize(6).containsOnly(turns.getFirst());
    }
    assertThat(store.number("select count(*) from turn")).isEqualTo(10);
  }

  @Test
  void numbersTheTurnsOfEachConversationWithoutGaps() throws Exception {
    var calls = new ArrayList<Callable<Turn>>();
    for (int message = 0; message < MESSAGES; message++) {
      var customer = "customer " + message % CUSTOMERS;
      var name = "m" + message;
      calls.add(() -> accept(customer, name, name));
      calls.add(() -> accept(customer, name, name));
    }
    Collections.shuffle(calls, new Random(11));

    var conversations = atOnce(calls).stream().map(Turn::conversationId).distinct().toList();

    assertThat(conversations).hasSize(CUSTOMERS);
    for (var id : conversations) {
      var seqs = store.conversations.transcript(id).stream().map(Turn::seq).toList();
      assertThat(seqs)
          .containsExactlyElementsOf(LongStream.rangeClosed(1, seqs.size()).boxed().toList());
    }
    assertThat(store.number("select count(*) from turn")).isEqualTo(MESSAGES);
  }

  @Test
  void takesTheLongestMessageAndRefusesALongerOne() {
    var longest = "x".repeat(Message.MAX_LENGTH);

    assertThat(accept("anna", "1", longest).text()).isEqualTo(longest);
    assertThatThrownBy(() -> accept("anna", "2", longest + "x"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the message has 4001 characters, at most 4000 are taken");
  }

  @Test
  void refusesNamesThatCannotBeStoredAsTheyAre() {
    assertThatThrownBy(() -> accept("anna", " ", "Hello")).hasMessage("the message's id is blank");
    assertThatThrownBy(() -> accept("an\0na", "1", "Hello"))
        .hasMessage("the address holds a character that cannot be stored");
    assertThatThrownBy(() -> accept("a".repeat(501), "1", "Hello"))
        .hasMessage("the address has 501 characters, at most 500 are taken");
  }

  @Test
  void takesOutWhatNoDatabaseCanHold() {
    assertThat(accept("anna", "1", "a\0b\uD800c").text()).isEqualTo("ab\uFFFDc");
    assertThat(accept("anna", "2", "").text()).isEmpty();
  }

  @Test
  void storesEveryChangeOfCustodyAsAnEvent() {
    var id = accept("anna", "1", "Hello").conversationId();
    var until = store.clock.instant().plus(Duration.ofHours(1));

    store.conversations.command(id, new Escalate("not covered"));
    store.conversations.command(id, new Claim("Ben"));
    store.conversations.command(id, new Snooze("Ben", until));
    store.conversations.command(id, new HandBack("Ben"));

    assertThat(store.conversations.custodyEvents(id))
        .extracting(CustodyEvent::version, CustodyEvent::command, CustodyEvent::to)
        .containsExactly(
            tuple(1L, "Escalate", new Queued()),
            tuple(2L, "Claim", new WithAgent("Ben")),
            tuple(3L, "Snooze", new Snoozed("Ben", until)),
            tuple(4L, "HandBack", new Returned("Ben")));
    assertThat(store.conversations.custodyEvents(id).getFirst().because()).isEqualTo("not covered");
    assertThat(custody(id)).isEqualTo(new Returned("Ben"));
  }

  @Test
  void storesNothingForACommandThatIsRefused() {
    var id = accept("anna", "1", "Hello").conversationId();

    assertThat(store.conversations.command(id, new Resolve("Ben"))).isInstanceOf(Refused.class);
    assertThat(store.conversations.custodyEvents(id)).isEmpty();
    assertThat(custody(id)).isEqualTo(new Bot());
  }

  @Test
  void letsExactlyOneOfTheAgentsHaveItWhoClaimAtOnce() throws Exception {
    for (int round = 0; round < DOUBLE_CLICKS; round++) {
      var id = accept("customer " + round, "m" + round, "Hello").conversationId();
      var outcomes =
          atOnce(
              IntStream.range(0, 4)
                  .<Callable<Transition>>mapToObj(
                      n -> () -> store.conversations.command(id, new Claim("agent " + n)))
                  .toList());

      assertThat(outcomes).filteredOn(Accepted.class::isInstance).hasSize(1);
      var owner = ((WithAgent) custody(id)).agent();
      assertThat(outcomes)
          .filteredOn(Refused.class::isInstance)
          .hasSize(3)
          .containsOnly(new Refused(owner + " has it"));
      assertThat(store.conversations.custodyEvents(id)).hasSize(1);
    }
  }

  @Test
  void givesAResolvedConversationBackToTheBotWhenTheCustomerWrites() {
    var id = accept("anna", "1", "Hello").conversationId();
    store.conversations.command(id, new Claim("Ben"));
    store.conversations.command(id, new Resolve("Ben"));
    assertThat(custody(id)).isEqualTo(new Resolved("Ben"));

    assertThat(accept("anna", "2", "It is not").conversationId()).isEqualTo(id);
    assertThat(custody(id)).isEqualTo(new Bot());
  }

  @Test
  void opensAnotherConversationAfterAClosedOne() {
    var id = accept("anna", "1", "Hello").conversationId();
    store.conversations.command(id, new Claim("Ben"));
    store.conversations.command(id, new Resolve("Ben"));
    store.conversations.command(id, new Close());

    var next = accept("anna", "2", "Hello again");

    assertThat(next.conversationId()).isNotEqualTo(id);
    assertThat(next.seq()).isEqualTo(1);
    assertThat(accept("anna", "3", "Me").conversationId()).isEqualTo(next.conversationId());
    assertThat(accept("anna", "1", "Hello").conversationId()).isEqualTo(id);
  }

  @Test
  void knowsNothingOfAConversationThatNeverWas() {
    assertThat(store.conversations.find("nobody")).isEmpty();
    assertThat(store.conversations.transcript("nobody")).isEmpty();
    assertThatThrownBy(() -> store.conversations.command("nobody", new Close()))
        .isInstanceOf(NoSuchElementException.class);
  }
}
