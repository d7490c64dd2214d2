package dev.switchboard.bot.conversation;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

/** What became of conversations in which the bot replied. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface TrialOutcomes extends GenericRepository<ConversationRow, String> {

  /**
   * What became of one.
   *
   * @param unsolved whether people got it, or an answer did not help
   * @param cost of all models, in micro-dollars
   */
  @MappedEntity
  record Row(@Id String conversationId, boolean unsolved, long cost) {}

  @Query(
      """
      select c.id as conversation_id,
        case when exists (
            select 1 from custody_event e where e.conversation_id = c.id and e.custody = 'QUEUED')
          or exists (
            select 1 from feedback f where f.conversation_id = c.id and not f.helpful)
          then true else false end as unsolved,
        cast(coalesce((
          select sum(m.cost) from model_call m where m.conversation_id = c.id), 0) as bigint) as cost
      from conversation c
      where c.opened_at >= :since and exists (
        select 1 from turn t
        where t.conversation_id = c.id and t.author = 'BOT' and t.receipt is not null)
      """)
  List<Row> since(long since);
}
