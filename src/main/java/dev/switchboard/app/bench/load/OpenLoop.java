package dev.switchboard.app.bench.load;

import dev.switchboard.app.bench.Together;
import dev.switchboard.app.bench.chat.Page;
import dev.switchboard.app.bench.chat.Page.Sent;
import dev.switchboard.app.bench.chat.Pause;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Messages at a fixed rate, whether or not the server keeps up: each has a moment at which it is
 * due, and all times are counted from there.
 */
final class OpenLoop {
  private static final int SENDERS = 48;
  // The moment at which the first message is due: by then all senders are connected.
  private static final Duration RUN_UP = Duration.ofMillis(200);

  private final URI server;
  private final List<Visitor> visitors;
  private final List<String> texts;
  private int round;
  private int before;

  OpenLoop(URI server, List<Visitor> visitors, List<String> texts) {
    this.server = server;
    this.visitors = visitors;
    this.texts = texts;
  }

  /**
   * A message that was sent.
   *
   * @param due when it should have been, by {@link System#nanoTime}
   * @param acknowledged when it was
   */
  record Posted(String conversation, long seq, long due, long acknowledged) {}

  /**
   * What became of a round.
   *
   * @param posted what was acknowledged
   * @param refused how many were not
   * @param nanos from the first message due to the last acknowledgement
   */
  record Round(List<Posted> posted, int refused, long nanos) {
    double rate() {
      return posted.size() * 1e9 / nanos;
    }
  }

  Round run(int perSecond, Duration time) {
    round++;
    int messages = (int) (perSecond * time.toMillis() / 1_000);
    var posted = new ConcurrentLinkedQueue<Posted>();
    var next = new AtomicInteger();
    long start = System.nanoTime() + RUN_UP.toNanos();
    Callable<Integer> sender =
        () -> {
          try (var page = new Page(server)) {
            int sent = 0;
            for (int i = next.getAndIncrement(); i < messages; i = next.getAndIncrement()) {
              long due = start + (long) (i * 1e9 / perSecond);
              post(page, i, due).ifPresent(posted::add);
              sent++;
            }
            return sent;
          }
        };
    Together.run(Collections.nCopies(Math.min(SENDERS, messages), sender));
    before += messages / visitors.size() + 1;
    return new Round(List.copyOf(posted), messages - posted.size(), System.nanoTime() - start);
  }

  private Optional<Posted> post(Page page, int number, long due) throws IOException {
    Pause.of(Duration.ofNanos(due - System.nanoTime()));
    var visitor = visitors.get(number % visitors.size());
    var id = "r%d-%d".formatted(round, number);
    var text = texts.get((before + number / visitors.size()) % texts.size());
    return page.send(visitor.token(), visitor.conversation(), id, text)
            instanceof Sent.Stored(var conversation, var seq)
        ? Optional.of(new Posted(conversation, seq, due, System.nanoTime()))
        : Optional.empty();
  }
}
