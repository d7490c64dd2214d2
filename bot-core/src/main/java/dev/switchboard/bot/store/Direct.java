package dev.switchboard.bot.store;

import com.zaxxer.hikari.HikariConfig;
import java.sql.DriverManager;
import java.sql.SQLException;

/** A connection beside the pool, for opening and closing an H2 database. */
final class Direct {
  private Direct() {}

  /** Connects, executes the command and disconnects. */
  static void execute(HikariConfig pool, String command) throws SQLException {
    try (var connection =
            DriverManager.getConnection(pool.getJdbcUrl(), pool.getUsername(), pool.getPassword());
        var statement = connection.createStatement()) {
      statement.execute(command);
    }
  }
}
