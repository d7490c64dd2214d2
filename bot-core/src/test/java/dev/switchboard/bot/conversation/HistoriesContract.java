package dev.switchboard.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.bot.conversation.Command.Assign;
import dev.switchboard.bot.conversation.Command.Claim;
import dev.switchboard.bot.conversation.Command.End;
import dev.switchboard.bot.conversation.Command.HandBack;
import dev.switchboard.bot.conversation.Command.Release;
import dev.switchboard.bot.conversation.Command.Resolve;
import dev.switchboard.bot.conversation.Command.Snooze;
import dev.switchboard.bot.conversation.Delivery.TryLater;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Random histories of conversations: whatever happens, the promises hold. */
abstract class HistoriesContract extends StoreContract {
  private static final int HISTORIES = 20;
  private static final int STEPS = 40;

  private static final String LEFT_IN_SILENCE =
      """
      select count(*) from conversation
      where custody in ('BOT', 'RETURNED') and (asked_seq > handled_seq or work_due_at is not null)
      """;

  private static final String WRONGLY_SENT_OR_NOT =
      """
      select count(*) from turn t
      left join outbox o on o.conversation_id = t.conversation_id and o.seq = t.seq
      where (t.author in ('BOT', 'AGENT')) = (o.seq is null)
      """;

  /** What has been acknowledged: the turn by the id of its message. */
  private final Map<String, Turn> acknowledged = new HashMap<>();

  @Test
  void keepEveryPromise() {
    for (int seed = 0; seed < HISTORIES; seed++) {
      empty();
      acknowledged.clear();
      var random = new Random(seed);
      for (int step = 0; step < STEPS; step++) {
        var before = silent();
        step(random);
        staysSilent(before, "seed %d, step %d".formatted(seed, step));
      }
      settle();
      holds("seed " + seed);
    }
  }

  private void step(Random random) {
    switch (random.nextInt(12)) {
      case 0, 1, 2 -> write(random);
      case 10 -> agentWrites(random);
      case 11 -> time(random);
      case 3, 4 -> store.worker.next();
      case 5 -> thinkWhile(random);
      case 6 -> command(random);
      case 7 -> store.bean(WorkQueue.class).take();
      case 8 -> store.clock.advance(WorkQueue.LEASE.dividedBy(2));
      default -> carry(random);
    }
  }

  private void write(Random random) {
    var id = "m" + random.nextInt(30);
    var text = random.nextInt(4) == 0 ? "Do you sell skis?" : "How long does delivery take?";
    var turn = accept("customer " + id.length(), id, text);
    assertThat(acknowledged.computeIfAbsent(id, first -> turn)).isEqualTo(turn);
  }

  private void thinkWhile(Random random) {
    store.shelf.meanwhile.add(() -> step(random));
    store.worker.next();
    store.shelf.meanwhile.clear();
  }

  private void command(Random random) {
    conversation(random)
        .ifPresent(id -> {
          var agent = agent(random);
          switch (random.nextInt(8)) {
            case 0, 1 -> store.conversations.command(id, new Claim(agent));
            case 2 -> store.conversations.command(id, new HandBack(agent));
            case 3 -> store.conversations.command(id, new Resolve(agent));
            case 4 -> store.conversations.command(id, new Release(agent));
            case 5 -> store.conversations.command(id, new Assign(agent));
            case 6 -> store.bean(HandOff.class).ask(id, Locale.ROOT);
            default -> store.conversations.command(id, new End());
          }
        });
  }

  private void agentWrites(Random random) {
    conversation(random)
        .ifPresent(id -> {
          var agents = store.bean(AgentTurns.class);
          var text = new AgentText(agent(random), "key " + random.nextInt(50), "Let me see.");
          var outcome = random.nextBoolean() ? agents.reply(id, text) : agents.note(id, text);
          assertThat(outcome).isNotNull();
        });
  }

  private void time(Random random) {
    conversation(random).ifPresent(id -> store.conversations.command(id, aside(random)));
    store.clock.advance(Duration.ofMinutes(random.nextInt(90)));
    store.bean(Timers.class).run();
  }

  private Snooze aside(Random random) {
    return new Snooze(agent(random), store.clock.instant().plus(Duration.ofHours(1)));
  }

  private static String agent(Random random) {
    return random.nextBoolean() ? "Ann" : "Ben";
  }

  private Optional<String> conversation(Random random) {
    var turns = List.copyOf(acknowledged.values());
    return turns.isEmpty()
        ? Optional.empty()
        : Optional.of(turns.get(random.nextInt(turns.size())).conversationId());
  }

  /** Where the bot may not speak: how often it has, by conversation and version of custody. */
  private Map<String, Integer> silent() {
    return acknowledged.values().stream()
        .map(Turn::conversationId)
        .distinct()
        .flatMap(id -> store.conversations.find(id).stream())
        .filter(found -> !found.custody().bot())
        .collect(
            Collectors.toMap(
                found -> found.id() + " " + found.custodyVersion(),
                found -> by(Author.BOT, found.id()).size()));
  }

  private void staysSilent(Map<String, Integer> before, String history) {
    var after = silent();
    before.forEach((held, spoken) -> {
      if (after.containsKey(held)) {
        assertThat(after.get(held)).as(history).isEqualTo(spoken);
      }
    });
  }

  private void carry(Random random) {
    if (random.nextInt(3) == 0) {
      store.postbox.answers.add(() -> new TryLater("busy"));
    }
    store.courier.next();
  }

  /** Lets the bot and the courier do what is left to do. */
  private void settle() {
    store.postbox.answers.clear();
    store.clock.advance(Courier.BACKOFF.longest());
    drain(store.worker::next);
    drain(store.courier::next);
  }

  private static void drain(Supplier<? extends Optional<?>> work) {
    var done = Stream.generate(work).limit(1_000).takeWhile(Optional::isPresent).toList();
    assertThat(done).hasSizeLessThan(1_000);
  }

  private void holds(String history) {
    for (var turn : acknowledged.values()) {
      assertThat(store.conversations.transcript(turn.conversationId()))
          .as(history)
          .containsOnlyOnce(turn);
    }
    acknowledged.values().stream()
        .map(Turn::conversationId)
        .distinct()
        .forEach(id -> {
          assertNumbered(
              history, store.conversations.transcript(id).stream().map(Turn::seq).toList());
          assertNumbered(
              history,
              store.conversations.shownAfter(id, 0, 1_000).stream().map(Turn::shownSeq).toList());
          var events = store.conversations.custodyEvents(id);
          assertNumbered(history, events.stream().map(CustodyEvent::version).toList());
          if (!events.isEmpty()) {
            assertThat(custody(id)).as(history).isEqualTo(events.getLast().to());
          }
        });
    assertThat(store.number(LEFT_IN_SILENCE)).as(history).isZero();
    assertThat(store.number(WRONGLY_SENT_OR_NOT)).as(history).isZero();
    assertThat(store.number("select count(*) from outbox where state <> 'DELIVERED'"))
        .as(history)
        .isZero();
  }

  private static void assertNumbered(String history, List<Long> numbers) {
    assertThat(numbers)
        .as(history)
        .containsExactlyElementsOf(LongStream.rangeClosed(1, numbers.size()).boxed().toList());
  }
}
