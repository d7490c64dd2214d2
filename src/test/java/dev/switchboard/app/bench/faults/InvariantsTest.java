package dev.switchboard.app.bench.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.app.bench.faults.Invariant.Kind;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InvariantsTest {
  private static final String URL =
      "jdbc:h2:mem:invariants;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH";

  private Connection database;

  @BeforeEach
  void store() throws SQLException {
    database = DriverManager.getConnection(URL);
    Flyway.configure().dataSource(URL, "", "").load().migrate();
    execute(
        """
        insert into conversation (id, channel, address, custody, custody_version, next_seq,
          next_shown, asked_seq, handled_seq, work_due_at, work_epoch, work_tries, opened_at,
          changed_at)
        values ('c', 'web', 'ada', 'BOT', 0, 3, 3, 1, 1, null, 1, 0, 1, 1)
        """);
    execute("insert into channel_address values ('web', 'ada', 'c')");
    execute(
        """
        insert into turn (conversation_id, seq, author, body, channel, external_id, reply_to,
          written_at, shown_seq)
        values ('c', 1, 'CUSTOMER', 'Hello', 'web', 'ada/m1', null, 1, 1),
          ('c', 2, 'BOT', 'Hello!', null, null, 1, 1, 2)
        """);
    execute("insert into outbox values ('c', 2, 'web', 'ada', '', 'DELIVERED', 1, 1, null)");
  }

  @AfterEach
  void forget() throws SQLException {
    database.close();
  }

  @Test
  void holdInASoundConversation() throws SQLException {
    assertThat(Invariants.broken(database).values()).containsOnly(0L);
    assertThat(Invariants.lost(database, List.of(message("m1", "Hello")))).isZero();
  }

  @Test
  void findAMessageThatIsNotAsItWasAcknowledged() throws SQLException {
    var acknowledged = List.of(message("m1", "Hallo"), message("m2", "Hello"));

    assertThat(Invariants.lost(database, acknowledged)).isEqualTo(2);
  }

  @Test
  void findAReplyThatIsNotOnItsWay() throws SQLException {
    execute("delete from outbox");

    assertThat(Invariants.broken(database)).containsEntry(Kind.TORN, 1L);
  }

  @Test
  void findAGapInTheNumbers() throws SQLException {
    execute("update conversation set next_seq = 4");

    assertThat(Invariants.broken(database)).containsEntry(Kind.DISORDERED, 1L);
  }

  @Test
  void findAQuestionThatNobodyWillSeeTo() throws SQLException {
    execute("update conversation set handled_seq = 0");

    assertThat(Invariants.broken(database)).containsEntry(Kind.FORGOTTEN, 1L);
  }

  private static Acknowledged message(String clientId, String text) {
    return new Acknowledged("token", "c", 1, clientId, text);
  }

  private void execute(String sql) throws SQLException {
    try (var statement = database.createStatement()) {
      statement.execute(sql);
    }
  }
}
