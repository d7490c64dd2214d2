package dev.switchboard.knowledge.article;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The table article_version. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface ArticleVersions extends GenericRepository<ArticleVersion, Long> {
  String NEWEST = "select v.* from article a join article_version v on v.revision = a.revision ";

  @Query(NEWEST + "where a.id = :id")
  Optional<ArticleVersion> newest(String id);

  @Query(NEWEST + "where a.id in (:ids)")
  List<ArticleVersion> newestOf(Collection<String> ids);

  @Query(NEWEST)
  List<ArticleVersion> allNewest();

  @Query(NEWEST + "where v.source = :source")
  List<ArticleVersion> newestFrom(String source);

  @Query(NEWEST + "where v.valid_from is not null or v.valid_until is not null")
  List<ArticleVersion> newestLimitedInTime();

  @Query(NEWEST + "where a.revision > :revision order by a.revision")
  List<ArticleVersion> newestSince(long revision);

  @Query("select * from article_version where article_id = :id order by version")
  List<ArticleVersion> history(String id);

  List<ArticleVersion> saveAll(Iterable<ArticleVersion> added);
}
