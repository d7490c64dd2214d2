package dev.switchboard.app.bench.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;

/** A database made for the occasion on a PostgreSQL server. */
public final class Postgres implements Database {
  private final String server;
  private final String name;

  private Postgres(String server, String name) {
    this.server = server;
    this.name = name;
  }

  /**
   * Makes the database.
   *
   * @param server {@code jdbc:postgresql://HOST/DATABASE?user=NAME} of somebody who may make
   *     databases
   */
  public static Postgres on(String server) throws SQLException {
    var name = "switchboard_bench_%x".formatted(System.nanoTime());
    execute(server, "create database " + name);
    return new Postgres(server, name);
  }

  @Override
  public String name() {
    return "PostgreSQL";
  }

  private String url() {
    return server.replaceFirst("(jdbc:postgresql:(?://[^/]+/)?)[^?]*", "$1" + name);
  }

  @Override
  public Map<String, String> settings() {
    return Map.of("datasources.default.url", url());
  }

  @Override
  public Connection look(Path data) throws SQLException {
    return DriverManager.getConnection(url());
  }

  @Override
  public double megabytes(Path data) throws SQLException {
    try (var connection = look(data);
        var statement = connection.createStatement();
        var rows = statement.executeQuery("select pg_database_size(current_database())")) {
      rows.next();
      return rows.getLong(1) / 1e6;
    }
  }

  @Override
  public void close() throws SQLException {
    execute(server, "drop database " + name + " with (force)");
  }

  private static void execute(String server, String sql) throws SQLException {
    try (var connection = DriverManager.getConnection(server);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
