package dev.switchboard.knowledge.article;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

/** The table article, and the row that numbers the changes. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface ArticleHeads extends GenericRepository<ArticleHead, String> {

  List<ArticleHead> saveAll(Iterable<ArticleHead> added);

  List<ArticleHead> updateAll(Iterable<ArticleHead> moved);

  @Query("select latest from knowledge_revision")
  long latest();

  @Query("select latest from knowledge_revision for update")
  long lockLatest();

  @Query("update knowledge_revision set latest = :latest")
  void setLatest(long latest);
}
