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
}
