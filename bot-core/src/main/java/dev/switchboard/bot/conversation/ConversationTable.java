package dev.switchboard.bot.conversation;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The table conversation. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface ConversationTable extends GenericRepository<ConversationRow, String> {

  ConversationRow save(ConversationRow opened);

  Optional<ConversationRow> findById(String id);

  @Query("select * from conversation where id = :id for update")
  Optional<ConversationRow> lock(String id);

  @Query(
      """
      update conversation
      set custody = :custody, agent = :agent, snoozed_until = :snoozedUntil,
        custody_version = custody_version + 1, work_due_at = :workDueAt, changed_at = :now
      where id = :id and custody_version = :version
      """)
  int moveCustody(
      String id,
      long version,
      String custody,
      @Nullable String agent,
      @Nullable Long snoozedUntil,
      @Nullable Long workDueAt,
      long now);

  @Query("update conversation set next_seq = :next, changed_at = :now where id = :id")
  void numberNext(String id, long next, long now);

  // Due at once where the bot may speak, unless a worker has it already.
  @Query(
      """
      update conversation
      set asked_seq = :seq,
        work_due_at = case when custody in ('BOT', 'RETURNED') then coalesce(work_due_at, :now) end
      where id = :id
      """)
  void asked(String id, long seq, long now);

  @Query("select count(*) from conversation where work_due_at <= :now")
  long countDue(long now);

  @Query(
      """
      select * from conversation where work_due_at <= :now
      order by work_due_at, id limit 1 for update skip locked
      """)
  Optional<ConversationRow> lockDue(long now);

  @Query(
      """
      update conversation
      set work_due_at = :until, work_epoch = work_epoch + 1, work_tries = work_tries + 1
      where id = :id
      """)
  void take(String id, long until);

  @Query(
      """
      update conversation
      set handled_seq = :seq, work_tries = 0,
        work_due_at = case when asked_seq > :seq then :now end
      where id = :id
      """)
  void handled(String id, long seq, long now);

  @Query("update conversation set work_tries = 0 where id = :id")
  void resetTries(String id);
}
