package dev.switchboard.bot.model;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

/** The table model_call. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface CallTable extends GenericRepository<CallTable.Row, String> {

  /** A row; the columns are explained in the migration. */
  @MappedEntity("model_call")
  record Row(
      @Id String id,
      long calledAt,
      String conversationId,
      String purpose,
      String model,
      String tier,
      int attempt,
      long tokensIn,
      long tokensOut,
      long tokensCached,
      long tokensReasoning,
      boolean tokensTold,
      long cost,
      long firstMillis,
      long wholeMillis,
      String outcome,
      String because,
      String withheld,
      int pictures) {}

  /** What was spent on a conversation. */
  @MappedEntity
  record Spent(@Id String conversationId, long cost) {}

  Row save(Row row);

  List<Row> saveAll(List<Row> rows);

  @Query(
      """
      select conversation_id, cast(sum(cost) as bigint) as cost from model_call
      where called_at >= :since group by conversation_id
      """)
  List<Spent> spentSince(long since);

  @Query(
      "select * from model_call where conversation_id = :conversationId order by called_at, attempt")
  List<Row> of(String conversationId);

  @Query(
      """
      select concat(on_day, ' ', model, ' ', tier, ' ', purpose) as line,
        on_day, tier, model, purpose, count(*) as calls,
        sum(case when outcome = 'ANSWERED' then 0 else 1 end) as failed,
        cast(sum(tokens_in) as bigint) as tokens_in,
        cast(sum(tokens_out) as bigint) as tokens_out, cast(sum(cost) as bigint) as cost
      from (
        select called_at / 86400000 as on_day, tier, model, purpose, outcome, tokens_in,
          tokens_out, cost
        from model_call where called_at >= :since
      ) as calls
      group by on_day, tier, model, purpose
      order by on_day desc, tier, model, purpose
      """)
  List<Spending> spending(long since);
}
