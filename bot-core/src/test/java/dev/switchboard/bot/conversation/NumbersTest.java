package dev.switchboard.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.bot.conversation.Command.Claim;
import dev.switchboard.bot.conversation.Command.End;
import dev.switchboard.bot.conversation.Command.HandBack;
import dev.switchboard.bot.conversation.Command.Resolve;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What operators are shown adds up. */
class NumbersTest {
  private static final int STEPS = 400;
  private static final List<String> TEXTS =
      List.of("How long does delivery take?", "Do you sell skis?", "I want to talk to a person");

  @TempDir Path folder;

  @Test
  void everyMessageIsDoneOrWaitsAfterAnyRun() {
    try (var store = new Store(Map.of("switchboard.data", folder.toString()))) {
      var meters = store.bean(MeterRegistry.class);
      ((CompositeMeterRegistry) meters).add(new SimpleMeterRegistry());
      var run = new Run(store, new Random(11));
      for (int step = 0; step < STEPS; step++) {
        run.step();
      }
      run.leaveOneToTheBotAndOneToPeople();

      var backlog = store.bean(Backlogs.class).now();
      double done = sum(meters, "switchboard.messages.done");
      double accepted = sum(meters, "switchboard.messages.accepted");
      assertThat(accepted)
          .isEqualTo(store.number("select count(*) from turn where author = 'CUSTOMER'"))
          .isEqualTo(done + backlog.forBot() + backlog.forPeople());
      for (var how : List.of("answered", "escalated", "people", "closed")) {
        assertThat(meters.counter("switchboard.messages.done", "how", how).count())
            .as(how)
            .isPositive();
      }
      assertThat(backlog.forBot()).isPositive();
      assertThat(backlog.oldestForBot().orElseThrow()).isBefore(store.clock.instant());
      assertThat(backlog.forPeople()).isPositive();
      assertThat(backlog.toDeliver())
          .isEqualTo(store.number("select count(*) from outbox where state = 'PENDING'"));
      assertThat(series(meters)).isLessThan(200);
    }
  }

  private static double sum(MeterRegistry meters, String name) {
    return meters.find(name).counters().stream().mapToDouble(Counter::count).sum();
  }

  private static long series(MeterRegistry meters) {
    return meters.getMeters().stream()
        .map(Meter::getId)
        .filter(id -> id.getName().startsWith("switchboard"))
        .count();
  }

  /** Customers, agents and the bot do what they like. */
  private static final class Run {
    private final Store store;
    private final Random random;
    private final List<String> conversations = new ArrayList<>();
    private int messages;

    Run(Store store, Random random) {
      this.store = store;
      this.random = random;
    }

    void step() {
      store.clock.advance(Duration.ofSeconds(1));
      switch (random.nextInt(10)) {
        case 0, 1, 2 -> write();
        case 3, 4 -> store.worker.next();
        case 5 -> store.courier.next();
        case 6 -> command(new Claim("Ada"));
        case 7 ->
            store
                .bean(AgentTurns.class)
                .reply(one(), new AgentText("Ada", "k" + messages++, "I am looking into it"));
        case 8 -> command(random.nextBoolean() ? new HandBack("Ada") : new Resolve("Ada", "done"));
        default -> end();
      }
    }

    private void write() {
      var id = "m" + messages++;
      var incoming =
          new Incoming("web", "c" + random.nextInt(8), id, TEXTS.get(random.nextInt(TEXTS.size())));
      conversations.add(store.inbox.accept(incoming).conversationId());
      // What is handed in again is not counted again.
      store.inbox.accept(incoming);
    }

    void leaveOneToTheBotAndOneToPeople() {
      for (var customer : List.of("late", "later")) {
        var incoming = new Incoming("web", customer, customer, TEXTS.getFirst());
        conversations.add(store.inbox.accept(incoming).conversationId());
      }
      store.conversations.command(conversations.getLast(), new Claim("Ada"));
      store.clock.advance(Duration.ofSeconds(1));
    }

    private String one() {
      if (conversations.isEmpty()) {
        write();
      }
      return conversations.get(random.nextInt(conversations.size()));
    }

    private void command(Command command) {
      store.conversations.command(one(), command);
    }

    private void end() {
      if (random.nextInt(4) == 0) {
        command(new End());
      } else {
        store.bean(HandOff.class).ask(one(), Locale.ENGLISH);
      }
    }
  }
}
