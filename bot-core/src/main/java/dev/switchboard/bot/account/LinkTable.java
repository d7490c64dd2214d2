package dev.switchboard.bot.account;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

/** The table account_link. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface LinkTable extends GenericRepository<LinkRow, String> {

  LinkRow save(LinkRow made);

  @Query("select * from account_link where token_hash = :tokenHash and expires_at > :now")
  Optional<LinkRow> valid(String tokenHash, long now);

  @Query(
      """
      select * from account_link where token_hash = :tokenHash and expires_at > :now for update
      """)
  Optional<LinkRow> lock(String tokenHash, long now);

  // In one order, so that two who set up at once wait for each other.
  @Query(
      """
      select * from account_link where purpose = 'SETUP' and expires_at > :now
      order by token_hash for update
      """)
  List<LinkRow> lockSetups(long now);

  @Query("delete from account_link where token_hash = :tokenHash")
  void end(String tokenHash);

  @Query("delete from account_link where purpose = 'SETUP'")
  void endSetups();

  @Query("delete from account_link where email = :email")
  void endInvitations(String email);

  @Query("delete from account_link where account_id = :accountId")
  void endAll(String accountId);

  @Query("delete from account_link where expires_at <= :now")
  void forget(long now);
}
