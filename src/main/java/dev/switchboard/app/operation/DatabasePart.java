package dev.switchboard.app.operation;

import dev.switchboard.bot.store.DurableCommit;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.TaskScheduler;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/** Whether the database answers: it is asked every second, so that a probe need not wait for it. */
@Singleton
final class DatabasePart implements Part {
  private static final Duration ASKS = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final DurableCommit commit;
  private final JdbcOperations database;
  private volatile OptionalLong askedAt = OptionalLong.empty();
  private volatile Optional<String> trouble = Optional.empty();

  DatabasePart(
      DurableCommit commit,
      JdbcOperations database,
      @Named(TaskExecutors.SCHEDULED) TaskScheduler scheduler) {
    this.commit = commit;
    this.database = database;
    var _ = scheduler.scheduleWithFixedDelay(Duration.ZERO, ASKS, this::ask);
  }

  private void ask() {
    askedAt = OptionalLong.of(System.nanoTime());
    try {
      commit.read(() -> database.prepareStatement("select 1", PreparedStatement::execute));
      trouble = Optional.empty();
    } catch (RuntimeException gone) {
      // Whatever it is: thrown on, it would end the asking.
      trouble = Optional.of(String.valueOf(gone.getMessage()));
    } finally {
      askedAt = OptionalLong.empty();
    }
  }

  @Override
  public String name() {
    return "database";
  }

  @Override
  public Optional<String> trouble() {
    var asked = askedAt;
    return asked.isPresent() && System.nanoTime() - asked.getAsLong() > PATIENCE.toNanos()
        ? Optional.of("the database does not answer")
        : trouble;
  }
}
