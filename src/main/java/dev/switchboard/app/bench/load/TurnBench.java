package dev.switchboard.app.bench.load;

import dev.switchboard.app.bench.Goal;
import dev.switchboard.app.bench.Host;
import dev.switchboard.app.bench.Quantiles;
import dev.switchboard.app.bench.Results;
import dev.switchboard.app.bench.Section;
import dev.switchboard.bot.conversation.Bell;
import dev.switchboard.bot.conversation.Conversations;
import dev.switchboard.bot.conversation.Inbox;
import dev.switchboard.bot.conversation.Incoming;
import dev.switchboard.bot.conversation.Turn;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Whether a turn takes longer in a long conversation than in a short one. */
final class TurnBench {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int SHORT_FROM = 5;
  private static final int SHORT_TO = 15;
  private static final double MOST = 1.2;

  private final LoadPlan plan;
  private final Results results;

  TurnBench(LoadPlan plan, Results results) {
    this.plan = plan;
    this.results = results;
  }

  void run(Town town) {
    try (var server = town.inside()) {
      var talk = new Talk(server);
      for (int turn = 0; turn < plan.turns(); turn++) {
        talk.turn("long");
      }
      int measured = plan.turns() / 10;
      var late = new double[measured];
      var early = new double[measured];
      for (int turn = 0; turn < measured; turn++) {
        // In turns, so that what else the machine does falls on both.
        late[turn] = talk.turn("long");
        early[turn] = earlyTurn(talk, turn);
      }
      report(town.database().name(), Quantiles.median(early), Quantiles.median(late));
    }
  }

  private static double earlyTurn(Talk talk, int number) {
    int length = SHORT_TO - SHORT_FROM;
    var address = "short-" + number / length;
    if (number % length == 0) {
      for (int turn = 0; turn < SHORT_FROM; turn++) {
        talk.turn(address);
      }
    }
    return talk.turn(address);
  }

  private void report(String on, double early, double late) {
    var method = "from the inbox to the stored reply, in process, in turns; median";
    var at = on + ": a turn, number ";
    results.add(Section.LOAD, at + "5 to 15", early, "ms", method);
    results.add(Section.LOAD, "%s%,d and on".formatted(at, plan.turns()), late, "ms", method);
    var name = "%s: turn %,d / turn 10".formatted(on, plan.turns());
    results.judge(Goal.atMost(name, MOST, late / early));
  }

  /** Customers who wait for each reply. */
  private static final class Talk {
    private final Inbox inbox;
    private final Conversations conversations;
    private final Semaphore rung = new Semaphore(0);
    private int messages;

    Talk(Host.Server server) {
      inbox = server.part(Inbox.class);
      conversations = server.part(Conversations.class);
      server.part(Bell.class).listen(happening -> rung.release());
    }

    /** Milliseconds until the reply is stored. */
    double turn(String address) {
      long start = System.nanoTime();
      int number = messages++;
      var turn =
          inbox.accept(new Incoming("web", address, "turn-" + number, Questions.number(number)));
      while (conversations.shownAfter(turn.conversationId(), turn.shownSeq(), 1).isEmpty()) {
        awaitNews(turn, start);
      }
      return (System.nanoTime() - start) / 1e6;
    }

    private void awaitNews(Turn turn, long start) {
      try {
        rung.tryAcquire(1, TimeUnit.SECONDS);
        rung.drainPermits();
      } catch (InterruptedException stop) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while measuring", stop);
      }
      if (System.nanoTime() - start > PATIENCE.toNanos()) {
        throw new IllegalStateException("no reply to turn " + turn.seq());
      }
    }
  }
}
