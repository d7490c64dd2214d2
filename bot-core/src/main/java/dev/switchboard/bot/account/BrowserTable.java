package dev.switchboard.bot.account;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

/** The table account_browser. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface BrowserTable extends GenericRepository<BrowserTable.Row, String> {

  /** A row; the columns are explained in the migration. */
  @MappedEntity("account_browser")
  @Introspected
  record Row(@Id String tokenHash, String accountId, long expiresAt) {}

  Row save(Row row);

  @Query(
      """
      select count(*) from account_browser b join account a on a.id = b.account_id
      where b.token_hash = :tokenHash and b.expires_at > :now and a.email = :email
      """)
  long count(String tokenHash, String email, long now);

  @Query("delete from account_browser where expires_at <= :now")
  void forget(long now);
}
