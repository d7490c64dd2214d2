package dev.switchboard.bot.store;

import io.micronaut.configuration.jdbc.hikari.DatasourceConfiguration;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;

/** Opens connections to a PostgreSQL server beside the pool, for those who keep theirs. */
@Singleton
@Requires(property = "datasources.default.url", pattern = "jdbc:postgresql:.*")
public final class DirectLine {
  private final DatasourceConfiguration pool;

  DirectLine(@Named("default") DatasourceConfiguration pool) {
    this.pool = pool;
  }

  /**
   * A connection of the caller's own, to be closed by the caller. A statement on it fails when the
   * server is silent for five seconds.
   *
   * @param purpose what the server shows as its application
   */
  public Connection open(String purpose) throws SQLException {
    var properties = new Properties();
    Optional.ofNullable(pool.getUsername()).ifPresent(user -> properties.setProperty("user", user));
    Optional.ofNullable(pool.getPassword())
        .ifPresent(password -> properties.setProperty("password", password));
    properties.setProperty("ApplicationName", purpose);
    properties.setProperty("connectTimeout", "3");
    properties.setProperty("socketTimeout", "5");
    properties.setProperty("tcpKeepAlive", "true");
    return DriverManager.getConnection(pool.getJdbcUrl(), properties);
  }
}
