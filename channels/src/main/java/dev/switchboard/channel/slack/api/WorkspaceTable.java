package dev.switchboard.channel.slack.api;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
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
      @Nullable Long revokedAt,
      String name,
      @Nullable String token) {}

  /** The one that the configured token was for last. */
  @Query(
      """
      select * from slack_workspace where token is null order by installed_at desc limit 1
      """)
  Optional<Row> configured();

  /** Those that were connected by OAuth and may be used, the first first. */
  @Query(
      """
      select * from slack_workspace where token is not null and revoked_at is null
      order by installed_at, team_id
      """)
  List<Row> connected();

  @Query(
      """
      select * from slack_workspace
      where team_id = :teamId and token is not null and revoked_at is null
      """)
  Optional<Row> connected(String teamId);

  @Query("delete from slack_workspace where team_id = :teamId")
  void forget(String teamId);

  Row save(Row row);

  @Query("update slack_workspace set revoked_at = :now where team_id = :teamId")
  void revoke(String teamId, long now);
}
