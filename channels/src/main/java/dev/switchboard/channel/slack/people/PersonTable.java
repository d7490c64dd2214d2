package dev.switchboard.channel.slack.people;

import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;

/** The table slack_person. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface PersonTable extends GenericRepository<PersonTable.Row, String> {

  /** A row; the columns are explained in the migration. */
  @MappedEntity("slack_person")
  record Row(
      String teamId,
      String userId,
      String email,
      String name,
      boolean stranger,
      String zone,
      long refreshedAt) {}

  @Query("select * from slack_person where team_id = :teamId and user_id = :userId")
  Optional<Row> find(String teamId, String userId);

  @Query(
      """
      select * from slack_person where team_id = :teamId and email = :email and stranger = false
      order by refreshed_at desc limit 1
      """)
  Optional<Row> withEmail(String teamId, String email);

  @Query("delete from slack_person where team_id = :teamId and user_id = :userId")
  void forget(String teamId, String userId);

  @Query(
      """
      insert into slack_person (team_id, user_id, email, name, stranger, zone, refreshed_at)
      values (:teamId, :userId, :email, :name, :stranger, :zone, :now)
      on conflict do nothing
      """)
  void add(
      String teamId,
      String userId,
      String email,
      String name,
      boolean stranger,
      String zone,
      long now);
}
