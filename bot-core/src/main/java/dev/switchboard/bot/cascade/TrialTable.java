package dev.switchboard.bot.cascade;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

/** The table trial_answer. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface TrialTable extends GenericRepository<TrialTable.Row, String> {

  /** A row; the columns are explained in the migration. */
  @MappedEntity("trial_answer")
  record Row(
      @Id String id,
      long answeredAt,
      String conversationId,
      String model,
      String outcome,
      boolean answered,
      int sentences,
      int dropped,
      boolean sameSources,
      String answer,
      String realAnswer,
      long cost,
      long millis) {}

  Row save(Row row);

  @Query(
      """
      select model, count(*) as asked, sum(case when answered then 1 else 0 end) as answered,
        cast(sum(sentences) as bigint) as sentences, cast(sum(dropped) as bigint) as dropped,
        sum(case when same_sources then 1 else 0 end) as same_sources,
        cast(sum(cost) as bigint) as cost, cast(sum(millis) as bigint) as millis
      from trial_answer where answered_at >= :since group by model order by model
      """)
  List<Trials.Score> scores(long since);
}
