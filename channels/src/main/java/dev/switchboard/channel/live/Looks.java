package dev.switchboard.channel.live;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Looks again whenever it is asked to, one look after the other: asked during a look, it looks once
 * more after it, however often it was asked. It holds no thread in between.
 */
public final class Looks {
  private final Executor executor;
  private final Runnable look;
  private final Runnable stopping;
  private final AtomicInteger asked = new AtomicInteger();

  /**
   * Looks on the executor.
   *
   * @param look what is done; must not throw
   * @param stopping called when the executor takes nothing more
   */
  public Looks(Executor executor, Runnable look, Runnable stopping) {
    this.executor = executor;
    this.look = look;
    this.stopping = stopping;
  }

  /** Asks for a look that begins after this call. */
  public void ask() {
    if (asked.getAndIncrement() == 0) {
      try {
        executor.execute(this::lookAsAsked);
      } catch (RejectedExecutionException over) {
        stopping.run();
      }
    }
  }

  private void lookAsAsked() {
    int answered = 1;
    do {
      look.run();
      answered = asked.addAndGet(-answered);
    } while (answered != 0);
  }
}
