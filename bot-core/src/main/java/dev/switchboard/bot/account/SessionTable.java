package dev.switchboard.bot.account;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The table account_session. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface SessionTable extends GenericRepository<SessionRow, String> {

  SessionRow save(SessionRow opened);

  @Query(
      """
      select * from account_session
      where token_hash = :tokenHash and opened_at > :openedAfter and seen_at > :seenAfter
      """)
  Optional<SessionRow> valid(String tokenHash, long openedAfter, long seenAfter);

  @Query(
      """
      select * from account_session
      where account_id = :accountId and opened_at > :openedAfter and seen_at > :seenAfter
      order by seen_at desc, token_hash
      """)
  List<SessionRow> of(String accountId, long openedAfter, long seenAfter);

  @Query(
      """
      select token_hash from account_session
      where token_hash in (:tokenHashes) and opened_at > :openedAfter and seen_at > :seenAfter
        and account_id in (select id from account where active = true)
      """)
  Set<String> ongoing(Set<String> tokenHashes, long openedAfter, long seenAfter);

  @Query("update account_session set seen_at = :now where token_hash = :tokenHash")
  void seen(String tokenHash, long now);

  @Query("delete from account_session where token_hash = :tokenHash")
  void end(String tokenHash);

  @Query("delete from account_session where account_id = :accountId")
  void endAll(String accountId);

  @Query("delete from account_session where opened_at <= :openedBefore or seen_at <= :seenBefore")
  void forget(long openedBefore, long seenBefore);
}
