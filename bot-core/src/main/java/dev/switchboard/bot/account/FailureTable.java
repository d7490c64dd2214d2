package dev.switchboard.bot.account;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;

/** The table sign_in_failure. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface FailureTable extends GenericRepository<FailureTable.Row, String> {

  /** A row; the columns are explained in the migration. */
  @MappedEntity("sign_in_failure")
  @Introspected
  record Row(@Id String who, int failures, long lastAt) {}

  Optional<Row> findById(String who);

  @Query(
      """
      insert into sign_in_failure (who, failures, last_at) values (:who, 0, :now)
      on conflict do nothing
      """)
  void begin(String who, long now);

  @Query(
      """
      update sign_in_failure set failures = failures + 1, last_at = :now where who = :who
      """)
  void add(String who, long now);

  @Query("delete from sign_in_failure where who = :who")
  void clear(String who);

  @Query("delete from sign_in_failure where last_at <= :before")
  void forget(long before);
}
