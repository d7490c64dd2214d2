package dev.switchboard.channel.slack.post;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The table slack_post. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface PostTable extends GenericRepository<PostTable.Row, Long> {

  /** A row; the columns are explained in the migration. */
  @MappedEntity("slack_post")
  record Row(
      @Id long number,
      String dedupKey,
      String teamId,
      String channelId,
      String lane,
      String kind,
      String payload,
      String state,
      int attempts,
      boolean doubtful,
      long dueAt,
      @Nullable String ts,
      @Nullable String lastError) {

    Post post() {
      return new Post(number, teamId, channelId, lane, kind, payload, doubtful);
    }
  }

  @Query(
      """
      insert into slack_post (dedup_key, team_id, channel_id, lane, kind, payload, state, attempts,
        doubtful, due_at)
      values (:key, :teamId, :channelId, :lane, :kind, :payload, 'PENDING', 0, false, :dueAt)
      on conflict do nothing
      """)
  int insert(
      String key,
      String teamId,
      String channelId,
      String lane,
      String kind,
      String payload,
      long dueAt);

  Optional<Row> findByDedupKey(String dedupKey);

  @Query(
      """
      select count(*) from slack_post
      where state = 'PENDING' and doubtful = true and kind = :kind
        and team_id = :teamId and channel_id = :channelId
      """)
  long countDoubtful(String kind, String teamId, String channelId);

  @Query("select count(*) from slack_post where state = 'PENDING' and due_at <= :now")
  long countDue(long now);

  @Query(
      """
      select * from slack_post p
      where p.state = 'PENDING' and p.due_at <= :now
        and not exists (
          select 1 from slack_post earlier
          where earlier.lane = p.lane and earlier.state = 'PENDING' and earlier.number < p.number)
      order by p.due_at, p.number
      limit 1 for update skip locked
      """)
  Optional<Row> lockDue(long now);

  @Query(
      """
      select * from slack_post
      where lane = :lane and state = 'PENDING' and number > :after
      order by number limit :most
      """)
  List<Row> behind(String lane, long after, int most);

  // Doubtful until its outcome is recorded: the process may die in between.
  @Query(
      """
      update slack_post set attempts = attempts + 1, doubtful = true, due_at = :until
      where number = :number
      """)
  void take(long number, long until);

  @Query(
      """
      update slack_post set state = :state, ts = :ts, doubtful = :doubtful, due_at = :dueAt,
        last_error = :lastError
      where number = :number and state = 'PENDING'
      """)
  void record(
      long number,
      String state,
      @Nullable String ts,
      boolean doubtful,
      long dueAt,
      @Nullable String lastError);

  @Query(
      """
      update slack_post set attempts = attempts - 1, doubtful = :doubtful, due_at = :dueAt
      where number = :number and state = 'PENDING'
      """)
  void putOff(long number, boolean doubtful, long dueAt);

  @Query("delete from slack_post where state = 'DONE' and due_at < :before")
  void forget(long before);
}
