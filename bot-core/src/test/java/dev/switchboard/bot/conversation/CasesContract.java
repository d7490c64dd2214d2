package dev.switchboard.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.bot.Priority;
import dev.switchboard.bot.Routing.Route;
import dev.switchboard.bot.conversation.Command.AskForPerson;
import dev.switchboard.bot.conversation.Command.Claim;
import dev.switchboard.bot.conversation.Command.HandBack;
import dev.switchboard.bot.conversation.Command.Resolve;
import dev.switchboard.bot.conversation.Command.Transfer;
import dev.switchboard.bot.conversation.Custody.WithAgent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What people see of the cases that wait for them. */
abstract class CasesContract extends StoreContract {
  private static final String QUESTION = "How long does delivery take?";

  @Test
  void countsTheWaitFromTheOldestMessageWithoutAReply() {
    var id = queued();
    var cases = store.bean(Cases.class);
    var cameIn = store.clock.instant();
    store.clock.advance(Duration.ofMinutes(1));
    assertThat(line(id).waits()).isTrue();
    assertThat(line(id).waitsSince()).isEqualTo(cameIn);

    store.conversations.command(id, new Claim("Ann"));
    assertThat(line(id).waits()).isFalse();
    accept("ada", "m2", "Hello?");
    var owed = store.clock.instant();
    store.clock.advance(Duration.ofMinutes(1));
    accept("ada", "m3", "Is anybody there?");

    assertThat(line(id).waits()).isTrue();
    assertThat(line(id).waitsSince()).isEqualTo(owed);
    assertThat(line(id).words()).isEqualTo("Is anybody there?");
    assertThat(cases.open()).containsExactly(line(id));
  }

  @Test
  void knowsTheLanguageThatTheBotRead() {
    var id = accept("ada", "m1", QUESTION).conversationId();
    assertThat(line(id).language()).isEqualTo("und");

    store.worker.next();

    assertThat(line(id).language()).isEqualTo("en");
  }

  @Test
  void keepsWhoSeesToACaseAndWhenTheFirstReplyIsDueUntilItIsGiven() {
    var id = accept("ada", "m1", "The bells are gone.").conversationId();
    accept("ada", "m2", "Hello?");
    assertThat(line(id).route()).isEqualTo(Route.NONE);
    store.conversations.command(id, new AskForPerson());
    var due = store.clock.instant().plus(Duration.ofHours(1));
    assertThat(line(id).route()).isEqualTo(new Route("ringers", Priority.HIGH, Optional.of(due)));

    store.clock.advance(Duration.ofMinutes(5));
    store.conversations.command(id, new Claim("Ann"));
    assertThat(line(id).route().due()).contains(due);
    agents().reply(id, new AgentText("Ann", "r1", "Here they are."));

    assertThat(line(id).route()).isEqualTo(new Route("ringers", Priority.HIGH, Optional.empty()));
    store.conversations.command(id, new Resolve("Ann"));
    store.clock.advance(Duration.ofDays(2));
    accept("ada", "m3", "Where is my drum?");
    store.conversations.command(id, new AskForPerson());
    assertThat(line(id).route()).isEqualTo(Route.NONE);
  }

  @Test
  void letsTheMoreUrgentGoFirstAndTellsTheOthersTheirTruePlace() {
    var first = queued();
    store.clock.advance(Duration.ofMinutes(1));
    var urgent = accept("bob", "b1", "The bells are gone.").conversationId();
    store.conversations.command(urgent, new AskForPerson());

    assertThat(store.bean(Cases.class).position(urgent)).contains(1L);
    assertThat(store.bean(Cases.class).position(first)).contains(2L);
  }

  @Test
  void marksEveryChangeOfAnOpenCaseAndNoOther() {
    var cases = store.bean(Cases.class);
    accept("bob", "b1", QUESTION);
    assertThat(cases.marks()).isEmpty();
    var id = queued();
    var changes =
        List.<Runnable>of(
            () -> accept("ada", "m2", "Hello?"),
            () -> store.conversations.command(id, new Claim("Ann")),
            () -> agents().note(id, new AgentText("Ann", "n1", "Looks odd.")),
            () -> agents().reply(id, new AgentText("Ann", "r1", "Two days.")));
    var marks = new ArrayList<>(cases.marks());
    for (var change : changes) {
      change.run();
      marks.addAll(cases.marks());
    }

    assertThat(marks).doesNotHaveDuplicates().hasSize(changes.size() + 1);
    assertThat(cases.marks()).isEqualTo(cases.marks());
    store.conversations.command(id, new Resolve("Ann"));
    assertThat(cases.marks()).isEmpty();
  }

  @Test
  void holdsAllOfACaseInItsFile() {
    var id = accept("ada", "m1", QUESTION).conversationId();
    store.worker.next();
    store.bean(Opinions.class).give(id, new Opinion(2, false, "too slow"));
    store.conversations.read(id, 2);
    store.conversations.command(id, new Claim("Ann"));
    agents().note(id, new AgentText("Ann", "n1", "Looks odd."));

    var file = store.bean(Cases.class).file(id).orElseThrow();

    assertThat(file.turns())
        .extracting(Turn::author)
        .containsExactly(Author.CUSTOMER, Author.BOT, Author.NOTE);
    assertThat(file.events()).hasSize(1);
    assertThat(file.opinions()).hasSize(1);
    assertThat(file.readUpTo()).isEqualTo(2);
    assertThat(store.bean(Cases.class).file("nobody")).isEmpty();
    assertThat(store.conversations.turnsAfter(id, 1, 1)).extracting(Turn::seq).containsExactly(2L);
    assertThat(store.conversations.turnsBefore(id, 3, 1)).extracting(Turn::seq).containsExactly(2L);
  }

  @Test
  void givesACaseOnOnlyFromTheOneWhoHasIt() throws Exception {
    var id = queued();
    store.conversations.command(id, new Claim("Ann"));
    var agents = IntStream.range(0, 6).mapToObj(i -> "Agent " + i).toList();

    var outcomes =
        atOnce(
            agents.stream()
                .map(each ->
                    (Callable<Transition>)
                        () -> store.conversations.command(id, new Transfer(each, each, "Ann")))
                .toList());

    assertThat(outcomes).filteredOn(Transition.Accepted.class::isInstance).hasSize(1);
    var winner = ((WithAgent) custody(id)).agent();
    assertThat(outcomes)
        .filteredOn(Transition.Refused.class::isInstance)
        .containsOnly(new Transition.Refused(winner + " has it"));
    assertThat(store.conversations.custodyEvents(id).getLast().because())
        .isEqualTo(winner + " took it over from Ann");
  }

  @Test
  void suggestsWhatTheBotWouldReplyAndSendsNothing() {
    var id = queued();
    store.conversations.command(id, new Claim("Ann"));
    Supplier<List<ShownPart>> suggested = () -> store.bean(Suggestions.class).forLastMessage(id);
    assertThat(suggested.get()).isEmpty();
    var before = store.conversations.transcript(id);

    accept("ada", "m2", QUESTION);

    assertThat(suggested.get()).hasSize(1);
    assertThat(suggested.get().getFirst().sources()).hasSize(1);
    assertThat(store.conversations.transcript(id)).hasSize(before.size() + 1);
    store.conversations.command(id, new HandBack("Ann"));
    assertThat(store.worker.next()).contains(Worker.Outcome.REPLIED);
    assertThat(store.bean(Suggestions.class).forLastMessage("nobody")).isEmpty();
  }

  @Test
  void countsTheLettersThatCouldNotBeDelivered() {
    queued();
    var letters = store.bean(DeadLetters.class);
    assertThat(letters.count()).isZero();

    store.postbox.answers.add(() -> new Delivery.Refused("no such customer"));
    store.courier.next();

    assertThat(letters.count()).isOne();
  }

  private String queued() {
    var id = accept("ada", "m1", "I am cross.").conversationId();
    store.bean(HandOff.class).ask(id, Locale.ROOT);
    return id;
  }

  private CaseLine line(String id) {
    return store.bean(Cases.class).find(id).orElseThrow();
  }

  private AgentTurns agents() {
    return store.bean(AgentTurns.class);
  }
}
