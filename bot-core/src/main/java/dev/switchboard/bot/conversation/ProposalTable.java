package dev.switchboard.bot.conversation;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

/** The table proposal. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface ProposalTable extends GenericRepository<ProposalRow, String> {
  ProposalRow save(ProposalRow row);

  @Query("select * from proposal where id = :id and conversation_id = :conversationId")
  Optional<ProposalRow> find(String conversationId, String id);

  @Query("select * from proposal where conversation_id = :conversationId order by shown_seq, id")
  List<ProposalRow> of(String conversationId);

  @Query(
      """
      update proposal set state = :state, answered_at = :now, outcome = :outcome
      where id = :id and state = :from
      """)
  int move(String id, String from, String state, String outcome, long now);

  @Query(
      """
      select * from proposal where state = 'CONFIRMED' and answered_at < :before
      order by answered_at limit 1
      """)
  Optional<ProposalRow> stuck(long before);
}
