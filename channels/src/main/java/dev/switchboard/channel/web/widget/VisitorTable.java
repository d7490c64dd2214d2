package dev.switchboard.channel.web.widget;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;

/** The table visitor_session. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface VisitorTable extends GenericRepository<VisitorTable.Row, String> {

  /** A row; the columns are explained in the migration. */
  @MappedEntity("visitor_session")
  @Introspected
  record Row(@Id String tokenHash, String visitorId, String locale, long expiresAt) {}

  Row save(Row row);

  @Query("select * from visitor_session where token_hash = :tokenHash and expires_at > :now")
  Optional<Row> valid(String tokenHash, long now);

  @Query("update visitor_session set expires_at = :until where token_hash = :tokenHash")
  void extend(String tokenHash, long until);

  @Query("delete from visitor_session where expires_at <= :now")
  void forget(long now);
}
