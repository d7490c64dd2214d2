package dev.switchboard.bot.store;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * H2: one writer at a time, and an acknowledgement only after a sync that began after the commit.
 *
 * <p>H2 writes its tables one after the other while other transactions go on, so a crash among
 * concurrent writers leaves transactions torn: hence the lock. A commit reaches the disk only with
 * {@code CHECKPOINT SYNC}, which has to run under the same lock. The lock is fair: the first writer
 * who wants a sync queues behind the commits that came before, so its sync covers them all and the
 * others find theirs done.
 */
final class LockedCommit implements DurableCommit {
  private final ReentrantLock lock = new ReentrantLock(true);
  private final Transactions transactions;
  private final HikariDataSource pool;
  private long committed;
  private long syncedFrom;
  private long synced;

  LockedCommit(Transactions transactions, HikariDataSource pool) {
    this.transactions = transactions;
    this.pool = pool;
  }

  @Override
  public <T> T write(Supplier<T> work) {
    if (transactions.writing()) {
      return work.get();
    }
    var done = locked(() -> new Done<>(transactions.write(work), ++committed));
    locked(() -> sync(done.number()));
    return done.result();
  }

  private record Done<T>(T result, long number) {}

  private boolean sync(long commit) {
    if (commit <= synced) {
      return true;
    }
    if (commit <= syncedFrom) {
      // The operating system reports a failed sync once and may succeed with the data lost.
      throw new StoreUnavailable("the sync that this commit waited for has failed");
    }
    syncedFrom = committed;
    checkpoint();
    synced = committed;
    return true;
  }

  private void checkpoint() {
    try (var connection = pool.getConnection();
        var statement = connection.createStatement()) {
      statement.execute("checkpoint sync");
    } catch (SQLException fault) {
      throw Faults.unavailable("the database could not be synced", fault);
    }
  }

  @Override
  public <T> T read(Supplier<T> work) {
    return transactions.read(work);
  }

  /** Closes the database after the last writer; the container closes the pool next. */
  void close() {
    lock.lock();
    try {
      Direct.execute(pool, "shutdown");
    } catch (SQLException fault) {
      throw Faults.unavailable("the database could not be closed", fault);
    } finally {
      lock.unlock();
    }
  }

  private <T> T locked(Supplier<T> work) {
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }
}
