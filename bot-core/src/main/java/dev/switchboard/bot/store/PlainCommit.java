package dev.switchboard.bot.store;

import java.util.function.Supplier;

/** PostgreSQL: a commit that has returned is durable. */
final class PlainCommit implements DurableCommit {
  private final Transactions transactions;

  PlainCommit(Transactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public <T> T write(Supplier<T> work) {
    return transactions.writing() ? work.get() : transactions.write(work);
  }

  @Override
  public <T> T read(Supplier<T> work) {
    return transactions.read(work);
  }
}
