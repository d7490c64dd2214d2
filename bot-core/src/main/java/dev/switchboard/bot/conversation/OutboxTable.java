package dev.switchboard.bot.conversation;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The table outbox. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface OutboxTable extends GenericRepository<OutboxRow, Long> {
  String ONE = " where conversation_id = :conversationId and seq = :seq ";

  @Query(
      """
      insert into outbox (conversation_id, seq, channel, address, payload, state, attempts,
        next_attempt_at)
      values (:conversationId, :seq, :channel, :address, :payload, 'PENDING', 0, :now)
      """)
  void insert(
      String conversationId, long seq, String channel, String address, String payload, long now);

  @Query("select * from outbox" + ONE)
  Optional<OutboxRow> find(String conversationId, long seq);

  @Query("select count(*) from outbox where state = 'PENDING' and next_attempt_at <= :now")
  long countDue(long now);

  // The turns of a conversation go one after the other: only the first that is pending may go.
  @Query(
      """
      select * from outbox o
      where o.state = 'PENDING' and o.next_attempt_at <= :now
        and not exists (
          select 1 from outbox earlier
          where earlier.conversation_id = o.conversation_id and earlier.seq < o.seq
            and earlier.state = 'PENDING')
      order by o.next_attempt_at, o.conversation_id, o.seq
      limit 1 for update skip locked
      """)
  Optional<OutboxRow> lockDue(long now);

  @Query("update outbox set attempts = attempts + 1, next_attempt_at = :until" + ONE)
  void take(String conversationId, long seq, long until);

  @Query(
      """
      update outbox
      set state = :state, next_attempt_at = :nextAttemptAt, last_error = :lastError
      where conversation_id = :conversationId and seq = :seq and attempts = :attempt
        and state = 'PENDING'
      """)
  void record(
      String conversationId,
      long seq,
      int attempt,
      String state,
      long nextAttemptAt,
      @Nullable String lastError);

  // What nobody has tried yet was due when it was written.
  String TOO_FAR_AHEAD =
      """
       where state = 'PENDING' and next_attempt_at > :now
        and (attempts = 0 or next_attempt_at > :beyond)
      """;

  @Query("select count(*) from outbox" + TOO_FAR_AHEAD)
  long countTooFarAhead(long now, long beyond);

  @Query("update outbox set next_attempt_at = :now" + TOO_FAR_AHEAD)
  void bringForward(long now, long beyond);

  @Query(
      """
      select count(*) as number, min(t.written_at) as oldest from outbox o
      join turn t on t.conversation_id = o.conversation_id and t.seq = o.seq
      where o.state = 'PENDING'
      """)
  Waiting pending();

  @Query("select count(*) from outbox where state = 'DEAD'")
  long countDead();

  @Query(
      """
      select * from outbox where state = 'DEAD'
      order by next_attempt_at, conversation_id, seq limit :most
      """)
  List<OutboxRow> dead(int most);

  @Query(
      "update outbox set state = 'PENDING', attempts = 0, next_attempt_at = :now"
          + ONE
          + "and state = 'DEAD'")
  int revive(String conversationId, long seq, long now);
}
