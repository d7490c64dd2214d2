package dev.switchboard.knowledge;

import dev.switchboard.knowledge.article.Articles;
import dev.switchboard.knowledge.index.KnowledgeIndex;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the index in step with the store, and lets the knowledge learn from what has changed.
 *
 * <p>Once started, it looks four times a second, on a thread of its own; when nothing has changed a
 * look is one small query. A fault is logged once and tried again, less and less often. Safe for
 * use by many threads.
 */
public final class IndexFollower implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(IndexFollower.class);
  private static final Duration OFTEN = Duration.ofMillis(250);
  private static final Duration SELDOM = Duration.ofSeconds(30);

  private final IndexSync index;
  private final Learning learning;
  private final ReentrantLock lock = new ReentrantLock();
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("index-follower").factory());
  private volatile Optional<String> trouble = Optional.empty();
  private volatile boolean closed;
  private boolean learned;
  private Duration pause = OFTEN;

  /**
   * Does nothing before {@link #start} or {@link #sync}.
   *
   * @param clock tells the day, in the time zone that the validity of articles is meant in
   */
  public IndexFollower(
      Articles articles, KnowledgeIndex index, LuceneKnowledge knowledge, Clock clock) {
    this.index = new IndexSync(articles, index, clock);
    this.learning = new Learning(knowledge);
  }

  /** Begins to follow; returns at once. */
  public void start() {
    thread.execute(this::look);
  }

  /**
   * Brings the index up to date now; learning follows in the background.
   *
   * @throws RuntimeException when the store or the index fails
   */
  public void sync() {
    lock.lock();
    try {
      boolean changed = index.bring(() -> closed);
      if (!closed && (changed || !learned)) {
        learned = true;
        learning.wish();
      }
    } finally {
      lock.unlock();
    }
  }

  /** How far it has come. */
  public Standing standing() {
    return trouble
        .<Standing>map(Standing.Behind::new)
        .orElseGet(() -> learning.isDone() ? new Standing.InStep() : new Standing.CatchingUp());
  }

  /**
   * Waits until everything stored before was indexed and learned from once.
   *
   * @return false when the time is over before, or the waiting thread is interrupted
   */
  public boolean await(Duration time) {
    try {
      return learning.await(time);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Stops following; what is being indexed at the moment is finished first. */
  @Override
  public void close() {
    closed = true;
    // No interrupt: it would close the files that are being written.
    thread.shutdown();
    thread.close();
    learning.close();
  }

  @SuppressWarnings("IllegalCatch")
  private void look() {
    try {
      sync();
      pause = OFTEN;
      trouble.ifPresent(past -> LOG.info("The index follows the articles again"));
      trouble = Optional.empty();
    } catch (RuntimeException | Error fault) {
      note(fault);
    }
    if (!closed) {
      thread.schedule(this::look, pause.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private void note(Throwable fault) {
    var reason = "the index cannot follow the articles: " + oneLine(fault);
    if (trouble.isEmpty() && !closed) {
      LOG.warn("{}; it keeps trying", reason);
      LOG.debug("The fault", fault);
    }
    trouble = Optional.of(reason);
    pause = pause.multipliedBy(2).compareTo(SELDOM) < 0 ? pause.multipliedBy(2) : SELDOM;
  }

  private static String oneLine(Throwable fault) {
    // A file that could not be written is the reason behind what Lucene makes of it.
    var reason =
        Stream.iterate(fault, Objects::nonNull, Throwable::getCause)
            .filter(IOException.class::isInstance)
            .findFirst()
            .orElse(fault);
    return String.valueOf(reason).lines().findFirst().orElse("");
  }
}
