package dev.switchboard.bot.store;

import io.micronaut.context.ApplicationContext;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Two tables that only ever get the same number together: what torn transactions show up in. */
final class Ledger implements AutoCloseable {
  final ApplicationContext context;
  final DurableCommit commit;
  private final JdbcOperations database;

  private Ledger(ApplicationContext context) {
    this.context = context;
    this.commit = context.getBean(DurableCommit.class);
    this.database = context.getBean(JdbcOperations.class);
    commit.run(() -> {
      change("create table if not exists left_page (number bigint primary key)");
      change("create table if not exists right_page (number bigint primary key)");
    });
  }

  static Ledger in(Path folder) {
    return with(Map.of("switchboard.data", folder.toString()));
  }

  static Ledger withoutMigrationsIn(Path folder) {
    return with(
        Map.of("switchboard.data", folder.toString(), "flyway.datasources.default.enabled", false));
  }

  static Ledger with(Map<String, Object> configuration) {
    var context = ApplicationContext.builder().properties(configuration).build();
    try {
      return new Ledger(context.start());
    } catch (RuntimeException refused) {
      // Otherwise the pool stays behind and its connections go on writing into the folder.
      context.close();
      throw refused;
    }
  }

  /** Writes the number durably on both pages. */
  void enter(long number) {
    commit.run(() -> {
      change("insert into left_page values (" + number + ")");
      change("insert into right_page values (" + number + ")");
    });
  }

  /** Executes a statement inside the current transaction. */
  void change(String sql) {
    database.prepareStatement(sql, statement -> statement.executeUpdate());
  }

  /** The numbers a query gives, in a transaction of its own or in the current one. */
  Set<Long> numbers(String sql) {
    return commit.read(() ->
        database.prepareStatement(
            sql,
            statement -> {
              try (var rows = statement.executeQuery()) {
                return numbers(rows);
              }
            }));
  }

  private static Set<Long> numbers(ResultSet rows) throws SQLException {
    var numbers = new TreeSet<Long>();
    while (rows.next()) {
      numbers.add(rows.getLong(1));
    }
    return numbers;
  }

  Set<Long> left() {
    return numbers("select number from left_page");
  }

  Set<Long> right() {
    return numbers("select number from right_page");
  }

  @Override
  public void close() {
    context.close();
  }
}
