package dev.switchboard.bot.node;

import dev.switchboard.bot.conversation.Happening;
import dev.switchboard.bot.store.DirectLine;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the other processes what happens in this one, soon after and many things at once.
 *
 * <p>On a connection of its own and never inside the transaction it tells of: NOTIFY makes the
 * commits of a whole server wait for each other.
 */
final class HintSender implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(HintSender.class);
  private static final Duration GATHERS = Duration.ofMillis(50);
  private static final Duration RESTS = Duration.ofSeconds(1);

  private final DirectLine line;
  private final PendingHints pending;
  private final Semaphore waking = new Semaphore(0);
  private final Thread thread =
      Thread.ofPlatform().daemon().name("hints-out").unstarted(this::work);
  private volatile boolean over;

  HintSender(DirectLine line, String node) {
    this.line = line;
    this.pending = new PendingHints(node);
  }

  void start() {
    thread.start();
  }

  /** Tells it soon; returns at once. */
  void tell(Happening.Shared happening) {
    pending.add(happening);
    if (waking.availablePermits() == 0) {
      waking.release();
    }
  }

  private void work() {
    while (!over) {
      try (var connection = line.open("switchboard tells")) {
        tellOn(connection);
      } catch (SQLException gone) {
        // What was to be told is found by the looks of the others.
        LOG.debug("the others cannot be told now", gone);
        LockSupport.parkNanos(RESTS.toNanos());
      } catch (InterruptedException stop) {
        return;
      }
    }
  }

  private void tellOn(Connection connection) throws SQLException, InterruptedException {
    try (var notify = connection.prepareStatement("select pg_notify(?, ?)")) {
      notify.setString(1, HintListener.CHANNEL);
      while (!over) {
        waking.acquire();
        LockSupport.parkNanos(GATHERS.toNanos());
        waking.drainPermits();
        for (var text = pending.take(); text.isPresent(); text = pending.take()) {
          notify.setString(2, text.get());
          notify.execute();
        }
      }
    }
  }

  @Override
  public void close() {
    over = true;
    Optional.of(thread).filter(Thread::isAlive).ifPresent(Thread::interrupt);
  }
}
