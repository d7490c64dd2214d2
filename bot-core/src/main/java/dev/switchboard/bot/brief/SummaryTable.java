package dev.switchboard.bot.brief;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;

/** The table case_summary. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface SummaryTable extends GenericRepository<SummaryTable.Row, String> {

  /** A row; the columns are explained in the migration. */
  @MappedEntity("case_summary")
  record Row(@Id String conversationId, long upToSeq, String words, String model) {}

  Optional<Row> findByConversationId(String conversationId);

  Row save(Row row);

  @Query("delete from case_summary where conversation_id = :conversationId")
  void forget(String conversationId);
}
