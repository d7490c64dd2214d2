package dev.switchboard.channel.slack.desk;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The table slack_thread. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface ThreadTable extends GenericRepository<ThreadTable.Row, String> {

  /** A row; the columns are explained in the migration. */
  @MappedEntity("slack_thread")
  record Row(
      @Id String conversationId,
      String teamId,
      String channelId,
      @Nullable String rootTs,
      long toldSeq,
      long toldVersion,
      int toldRatings,
      long seenAt,
      boolean direct,
      @Nullable String directBy,
      long nudgedSince,
      int nudges,
      boolean done,
      long openedAt) {

    /**
     * Whether what the owner of the case writes goes to the customer. What one owner has chosen
     * does not hold for the next.
     *
     * @param byDefault what holds where the owner has chosen nothing
     */
    boolean isDirect(String owner, boolean byDefault) {
      return owner.equals(directBy) ? direct : byDefault;
    }
  }

  @Query(
      """
      insert into slack_thread (conversation_id, team_id, channel_id, told_seq, told_version,
        told_ratings, seen_at, direct, nudged_since, nudges, done, opened_at)
      values (:conversationId, :teamId, :channelId, 0, 0, 0, 0, false, 0, 0, false, :now)
      on conflict do nothing
      """)
  int open(String conversationId, String teamId, String channelId, long now);

  @Query("select * from slack_thread where conversation_id = :conversationId")
  Optional<Row> of(String conversationId);

  @Query("select * from slack_thread where conversation_id = :conversationId for update")
  Optional<Row> lock(String conversationId);

  @Query(
      """
      select * from slack_thread
      where team_id = :teamId and channel_id = :channelId and root_ts = :rootTs
      """)
  Optional<Row> at(String teamId, String channelId, String rootTs);

  @Query(
      """
      update slack_thread
      set channel_id = :channelId, root_ts = :rootTs where conversation_id = :conversationId
      """)
  void root(String conversationId, String channelId, String rootTs);

  @Query(
      """
      update slack_thread set told_seq = :toldSeq, told_version = :toldVersion,
        told_ratings = :toldRatings, seen_at = :seenAt, done = :done
      where conversation_id = :conversationId
      """)
  void told(
      String conversationId,
      long toldSeq,
      long toldVersion,
      int toldRatings,
      long seenAt,
      boolean done);

  @Query(
      """
      update slack_thread set direct = :direct, direct_by = :by
      where conversation_id = :conversationId
      """)
  void direct(String conversationId, boolean direct, String by);

  @Query(
      """
      update slack_thread set nudged_since = :since, nudges = :nudges
      where conversation_id = :conversationId
      """)
  void nudged(String conversationId, long since, int nudges);

  @Query(
      """
      select c.id from conversation c
      where c.custody in ('QUEUED', 'WITH_AGENT', 'SNOOZED')
        and not exists (select 1 from slack_thread t where t.conversation_id = c.id)
      order by c.custody_since limit :most
      """)
  List<String> without(int most);

  @Query(
      """
      select t.conversation_id from slack_thread t join conversation c on c.id = t.conversation_id
      where t.done = false
        and (c.next_seq - 1 > t.told_seq or c.custody_version > t.told_version
          or c.changed_at > t.seen_at)
      order by c.changed_at limit :most
      """)
  List<String> changed(int most);

  @Query(
      """
      select t.* from slack_thread t join conversation c on c.id = t.conversation_id
      where t.done = false and c.custody in ('QUEUED', 'WITH_AGENT')
      order by t.opened_at limit :most
      """)
  List<Row> withPeople(int most);
}
