package dev.switchboard.channel.slack.event;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;

/** The table slack_event. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface EventTable extends GenericRepository<EventTable.Row, String> {

  /** A row; the columns are explained in the migration. */
  @MappedEntity("slack_event")
  record Row(
      @Id String eventId,
      String eventTs,
      String body,
      String state,
      int attempts,
      long dueAt,
      long receivedAt) {}

  @Query(
      """
      insert into slack_event (event_id, event_ts, body, state, attempts, due_at, received_at)
      values (:eventId, :eventTs, :body, 'PENDING', 0, :now, :now)
      on conflict do nothing
      """)
  int add(String eventId, String eventTs, String body, long now);

  @Query("select count(*) from slack_event where state = 'PENDING' and due_at <= :now")
  long countDue(long now);

  @Query(
      """
      select * from slack_event where state = 'PENDING' and due_at <= :now
      order by event_ts, event_id limit 1 for update skip locked
      """)
  Optional<Row> lockDue(long now);

  @Query(
      """
      update slack_event set attempts = attempts + 1, due_at = :until where event_id = :eventId
      """)
  void take(String eventId, long until);

  @Query(
      """
      update slack_event set state = :state, body = :body, due_at = :dueAt
      where event_id = :eventId and state = 'PENDING'
      """)
  void record(String eventId, String state, String body, long dueAt);

  @Query("delete from slack_event where state = 'DONE' and received_at < :before")
  void forget(long before);
}
