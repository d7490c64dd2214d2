package dev.switchboard.bot.conversation;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The table custody_event. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface CustodyEventTable extends GenericRepository<CustodyEventRow, Long> {

  @Query(
      """
      insert into custody_event (conversation_id, version, command, because, custody, agent,
        snoozed_until, happened_at)
      values (:conversationId, :version, :command, :because, :custody, :agent,
        :snoozedUntil, :happenedAt)
      """)
  void insert(
      String conversationId,
      long version,
      String command,
      String because,
      String custody,
      @Nullable String agent,
      @Nullable Long snoozedUntil,
      long happenedAt);

  @Query("select * from custody_event where conversation_id = :conversationId order by version")
  List<CustodyEventRow> of(String conversationId);

  @Query(
      """
      select because from custody_event
      where conversation_id = :conversationId and because <> '' and custody = 'QUEUED'
      order by version desc limit 1
      """)
  Optional<String> lastReason(String conversationId);

  // The latest first.
  @Query(
      """
      select taken.happened_at - queued.happened_at
      from custody_event taken
      join custody_event queued
        on queued.conversation_id = taken.conversation_id and queued.version = taken.version - 1
      where taken.happened_at > :since and taken.custody = 'WITH_AGENT'
        and queued.custody = 'QUEUED'
      order by taken.happened_at desc limit :most
      """)
  List<Long> waitsSince(long since, int most);

  @Query(
      """
      select count(*) from custody_event
      where happened_at > :since
        and command in ('Claim', 'Snooze', 'HandBack', 'Resolve', 'Release', 'Assign')
      """)
  long countByAgents(long since);
}
