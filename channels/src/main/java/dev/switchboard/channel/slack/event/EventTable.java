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
      String lane,
      String body,
      String state,
      int attempts,
      long dueAt,
      long receivedAt) {}

  @Query(
      """
      insert into slack_event (event_id, event_ts, lane, body, state, attempts, due_at, received_at)
      values (:eventId, :eventTs, :lane, :body, 'PENDING', 0, :now, :now)
      on conflict do nothing
      """)
  int add(String eventId, String eventTs, String lane, String body, long now);

  @Query("select count(*) from slack_event where state = 'PENDING' and due_at <= :now")
  long countDue(long now);

  @Query(
      """
      select * from slack_event e where e.state = 'PENDING' and e.due_at <= :now
        and not exists (
          select 1 from slack_event earlier
          where earlier.lane = e.lane and e.lane <> '' and earlier.state = 'PENDING'
            and earlier.event_ts < e.event_ts)
      order by e.event_ts, e.event_id limit 1 for update skip locked
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

  @Query(
      """
      update slack_event set attempts = attempts - 1, due_at = :dueAt
      where event_id = :eventId and state = 'PENDING'
      """)
  void putOff(String eventId, long dueAt);

  @Query("delete from slack_event where state = 'DONE' and received_at < :before")
  void forget(long before);
}
