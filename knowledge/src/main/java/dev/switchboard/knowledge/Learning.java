package dev.switchboard.knowledge;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets the knowledge learn from what has changed, in the background: never twice at once, and once
 * for all changes that came meanwhile.
 */
final class Learning implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Learning.class);

  private final LuceneKnowledge knowledge;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("learning").factory());
  private final AtomicBoolean wanted = new AtomicBoolean();
  private final CountDownLatch first = new CountDownLatch(1);

  Learning(LuceneKnowledge knowledge) {
    this.knowledge = knowledge;
  }

  /** Learns soon. */
  void wish() {
    if (wanted.compareAndSet(false, true)) {
      thread.execute(this::learn);
    }
  }

  /** Whether it has learned once. */
  boolean isDone() {
    return first.getCount() == 0;
  }

  /** Waits until it has learned once; false when the time is over before. */
  boolean await(Duration time) throws InterruptedException {
    return first.await(time.toMillis(), TimeUnit.MILLISECONDS);
  }

  // Without what is learned the search alone answers, so a failure here must not stop the rest.
  private void learn() {
    wanted.set(false);
    try {
      knowledge.learn();
    } catch (RuntimeException fault) {
      LOG.warn("The wordings could not be learned from; the search answers alone", fault);
    } finally {
      first.countDown();
    }
  }

  /** Finishes what it is learning just now. */
  @Override
  public void close() {
    thread.close();
  }
}
