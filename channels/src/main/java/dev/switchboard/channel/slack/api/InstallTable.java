package dev.switchboard.channel.slack.api;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

/** The table slack_install. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface InstallTable extends GenericRepository<InstallTable.Row, String> {

  /** A row; the columns are explained in the migration. */
  @MappedEntity("slack_install")
  record Row(@Id String state, long expiresAt) {}

  Row save(Row row);

  @Query("delete from slack_install where state = :state and expires_at > :now")
  int use(String state, long now);

  @Query("delete from slack_install where expires_at <= :now")
  void forget(long now);
}
