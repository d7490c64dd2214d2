package dev.switchboard.app.bench.load;

import dev.switchboard.app.bench.chat.Events;
import dev.switchboard.app.bench.chat.Page;
import dev.switchboard.app.bench.chat.Pause;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/** Open pages, each with a stream of its own; they come back when they are sent away. */
final class OpenPages implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  // As many as the queue of a listening socket takes with ease.
  private static final int KNOCKING = 64;

  private final URI server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<String, Long> seen = new ConcurrentHashMap<>();
  private final Map<String, Page> pages = new ConcurrentHashMap<>();
  private final Map<String, Long> shownAt = new ConcurrentHashMap<>();
  private final Semaphore door = new Semaphore(KNOCKING);
  private final AtomicInteger open = new AtomicInteger();
  private final LongAdder opened = new LongAdder();
  private final LongAdder heartbeats = new LongAdder();
  private final LongAdder outOfTurn = new LongAdder();
  private final LongAdder cutOff = new LongAdder();
  private final LongAdder refused = new LongAdder();
  private volatile boolean closed;

  OpenPages(URI server) {
    this.server = server;
  }

  /** Opens a page for each and waits until all have shown what there is. */
  void open(List<Visitor> visitors) throws IOException {
    int wanted = open.get() + visitors.size();
    visitors.forEach(visitor -> threads.execute(() -> stay(visitor)));
    if (!Pause.until(() -> open.get() >= wanted, PATIENCE)) {
      throw new IOException("only %d of %d streams opened".formatted(open.get(), wanted));
    }
  }

  private void stay(Visitor visitor) {
    while (!closed) {
      boolean inside = false;
      try (var page = knock()) {
        pages.put(visitor.conversation(), page);
        var events =
            page.follow(
                visitor.token(),
                visitor.conversation(),
                seen.getOrDefault(visitor.conversation(), 0L));
        inside = true;
        open.incrementAndGet();
        opened.increment();
        try {
          listen(visitor, events);
        } finally {
          open.decrementAndGet();
        }
      } catch (IOException gone) {
        (inside ? cutOff : refused).increment();
        Pause.brief();
      }
    }
  }

  private Page knock() throws IOException {
    door.acquireUninterruptibly();
    try {
      return new Page(server);
    } finally {
      door.release();
    }
  }

  private void listen(Visitor visitor, Events events) throws IOException {
    for (var event = events.next(); event.isPresent(); event = events.next()) {
      event.ifPresent(heard -> note(visitor, heard));
    }
  }

  private void note(Visitor visitor, Events.Event event) {
    if (event.isMessage()) {
      var before = seen.put(visitor.conversation(), event.id());
      if (event.id() != (before == null ? 1 : before + 1)) {
        outOfTurn.increment();
      }
      shownAt.put(key(visitor.conversation(), event.id()), System.nanoTime());
    } else if (event.name().equals("hb")) {
      heartbeats.increment();
    }
  }

  private static String key(String conversation, long seq) {
    return conversation + "." + seq;
  }

  boolean isShown(String conversation, long seq) {
    return shownAt.containsKey(key(conversation, seq));
  }

  /** When the message was shown, by {@link System#nanoTime}; the largest number if it was not. */
  long shownAt(String conversation, long seq) {
    return shownAt.getOrDefault(key(conversation, seq), Long.MAX_VALUE);
  }

  /** How many are open now. */
  int count() {
    return open.get();
  }

  /** How many were opened so far, those included that came back. */
  long opened() {
    return opened.sum();
  }

  /** Signs of life so far. */
  long heartbeats() {
    return heartbeats.sum();
  }

  /** Messages that were shown twice, or before what comes before them. */
  long outOfTurn() {
    return outOfTurn.sum();
  }

  /** How often a page was not let in, and came again. */
  long refused() {
    return refused.sum();
  }

  /** How many lost their connection without having been sent away. */
  long cutOff() {
    return cutOff.sum();
  }

  /** Cuts all connections, as a network does that is gone for a moment: the pages come back. */
  void cut() {
    pages.values().forEach(OpenPages::close);
  }

  private static void close(Page page) {
    try {
      page.close();
    } catch (IOException gone) {
      // It is closed all the same.
    }
  }

  @Override
  public void close() {
    closed = true;
    cut();
    threads.shutdownNow();
  }
}
