package dev.switchboard.app.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Message and outbox row in one durable commit, by JDBC alone. For one thread. */
final class Ledger implements AutoCloseable {

  private final Connection connection;
  private final PreparedStatement message;
  private final PreparedStatement outbox;

  Ledger(Path file) throws SQLException {
    // Without WRITE_DELAY=0, H2 looks ten times faster, as it does not wait for the disk.
    connection = DriverManager.getConnection("jdbc:h2:file:" + file + ";WRITE_DELAY=0");
    connection.setAutoCommit(false);
    try (var schema = connection.createStatement()) {
      schema.execute(
          "create table message(id bigint generated always as identity primary key, body varchar)");
      schema.execute(
          "create table outbox(id bigint generated always as identity primary key, body varchar)");
    }
    connection.commit();
    message = connection.prepareStatement("insert into message(body) values (?)");
    outbox = connection.prepareStatement("insert into outbox(body) values (?)");
  }

  void write(String question, String answer) throws SQLException {
    message.setString(1, question);
    message.executeUpdate();
    outbox.setString(1, answer);
    outbox.executeUpdate();
    connection.commit();
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
