package dev.switchboard.knowledge.article;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

/** The table article_draft. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface DraftTable extends GenericRepository<DraftRow, String> {

  DraftRow save(DraftRow row);

  Optional<DraftRow> findById(String conversationId);

  @Query("select * from article_draft order by made_at desc, conversation_id desc")
  List<DraftRow> latestFirst();
}
