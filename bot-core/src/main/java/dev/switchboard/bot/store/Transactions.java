package dev.switchboard.bot.store;

import io.micronaut.transaction.TransactionOperations;
import java.sql.Connection;
import java.util.function.Supplier;

/** Transactions of either kind, and the border where the database's faults become ours. */
final class Transactions {
  private final ScopedValue<Boolean> writing = ScopedValue.newInstance();
  private final TransactionOperations<Connection> operations;

  Transactions(TransactionOperations<Connection> operations) {
    this.operations = operations;
  }

  /** Whether this thread is inside {@link #write}. */
  boolean writing() {
    return writing.isBound();
  }

  /** Does the work in a transaction of its own and returns after the commit. */
  <T> T write(Supplier<T> work) {
    refuseInside();
    return Faults.translated(() ->
        ScopedValue.where(writing, true)
            .call(() -> operations.executeWrite(transaction -> work.get())));
  }

  // Its commit would come after ours has been reported durable.
  private void refuseInside() {
    if (operations.findTransactionStatus().isPresent()) {
      throw new IllegalStateException("a durable write cannot begin inside another transaction");
    }
  }

  /** Does the work in the current transaction, or in one that only reads. */
  <T> T read(Supplier<T> work) {
    return writing()
        ? work.get()
        : Faults.translated(() -> operations.executeRead(transaction -> work.get()));
  }
}
