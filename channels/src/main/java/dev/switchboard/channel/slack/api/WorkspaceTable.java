package dev.switchboard.channel.slack.api;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The table slack_workspace. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface WorkspaceTable extends GenericRepository<WorkspaceTable.Row, String> {

  /** A row; the columns are explained in the migration. */
  @MappedEntity("slack_workspace")
  record Row(
      @Id String teamId,
      String url,
      String botId,
      String botUserId,
      long installedAt,
      @Nullable Long revokedAt) {}

  @Query("select * from slack_workspace order by installed_at desc limit 1")
  Optional<Row> latest();

  @Query("delete from slack_workspace where team_id = :teamId")
  void forget(String teamId);

  Row save(Row row);

  @Query("update slack_workspace set revoked_at = :now where team_id = :teamId")
  void revoke(String teamId, long now);
}
