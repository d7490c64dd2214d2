package dev.switchboard.bot.store;

import com.zaxxer.hikari.HikariDataSource;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Chooses the way to commit by the database in use. */
@Factory
final class Commits {

  @Singleton
  @Bean(preDestroy = "close")
  @Requires(property = "datasources.default.url", pattern = "jdbc:h2:.*")
  LockedCommit locked(TransactionOperations<Connection> operations, DataSource database)
      throws SQLException {
    // The pool itself: a sync must never join a transaction of the calling thread.
    var pool = DelegatingDataSource.unwrapDataSource(database).unwrap(HikariDataSource.class);
    return new LockedCommit(new Transactions(operations), pool);
  }

  @Singleton
  @Requires(property = "datasources.default.url", pattern = "jdbc:postgresql:.*")
  PlainCommit plain(TransactionOperations<Connection> operations) {
    return new PlainCommit(new Transactions(operations));
  }
}
