package dev.switchboard.channel.web.widget;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The table visitor_session. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface VisitorTable extends GenericRepository<VisitorTable.Row, String> {

  /** A row; the columns are explained in the migrations. */
  @MappedEntity("visitor_session")
  @Introspected
  record Row(
      @Id String tokenHash,
      String visitorId,
      String locale,
      long expiresAt,
      String originId,
      @Nullable Long identifiedUntil) {

    Visitor visitor() {
      var standing =
          identifiedUntil == null
              ? new Visitor.Anonymous()
              : new Visitor.Identified(Instant.ofEpochMilli(identifiedUntil));
      return new Visitor(visitorId, Locale.forLanguageTag(locale), originId, standing);
    }
  }

  Row save(Row row);

  @Query("select * from visitor_session where token_hash = :tokenHash and expires_at > :now")
  Optional<Row> valid(String tokenHash, long now);

  @Query("update visitor_session set expires_at = :until where token_hash = :tokenHash")
  void extend(String tokenHash, long until);

  @Query(
      """
      update visitor_session set expires_at = :until, identified_until = :identifiedUntil
      where token_hash = :tokenHash
      """)
  void renew(String tokenHash, long until, long identifiedUntil);

  @Query("delete from visitor_session where token_hash = :tokenHash")
  int end(String tokenHash);

  @Query("delete from visitor_session where expires_at <= :now")
  void forget(long now);
}
