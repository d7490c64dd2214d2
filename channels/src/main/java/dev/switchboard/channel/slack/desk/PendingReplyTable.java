package dev.switchboard.channel.slack.desk;

import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;

/** The table slack_pending_reply. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface PendingReplyTable extends GenericRepository<PendingReplyTable.Row, String> {
  String ONE = " where team_id = :teamId and channel_id = :channelId and ts = :ts";

  /** A row; the columns are explained in the migration. */
  @MappedEntity("slack_pending_reply")
  record Row(
      String teamId,
      String channelId,
      String ts,
      String conversationId,
      String agent,
      String slackUser,
      String words,
      String files,
      boolean sending,
      long dueAt) {}

  @Query(
      """
      insert into slack_pending_reply (team_id, channel_id, ts, conversation_id, agent, slack_user,
        words, files, sending, due_at)
      values (:teamId, :channelId, :ts, :conversationId, :agent, :slackUser, :words, :files, false,
        :dueAt)
      on conflict do nothing
      """)
  int add(
      String teamId,
      String channelId,
      String ts,
      String conversationId,
      String agent,
      String slackUser,
      String words,
      String files,
      long dueAt);

  @Query("select count(*) from slack_pending_reply where due_at <= :now")
  long countDue(long now);

  // In the order in which they were written, whatever the order in which Slack told of them.
  @Query(
      """
      select * from slack_pending_reply p where due_at <= :now
        and not exists (
          select 1 from slack_pending_reply earlier
          where earlier.conversation_id = p.conversation_id and earlier.ts < p.ts
            and earlier.due_at < :never)
      order by due_at, ts limit 1 for update skip locked
      """)
  Optional<Row> lockDue(long now, long never);

  @Query("select * from slack_pending_reply" + ONE)
  Optional<Row> find(String teamId, String channelId, String ts);

  @Query("update slack_pending_reply set sending = true, due_at = :until" + ONE)
  void take(String teamId, String channelId, String ts, long until);

  /** What can still be taken back. */
  @Query("select * from slack_pending_reply" + ONE + " and sending = false for update")
  Optional<Row> lock(String teamId, String channelId, String ts);

  @Query("update slack_pending_reply set words = :words" + ONE)
  void change(String teamId, String channelId, String ts, String words);

  @Query("delete from slack_pending_reply" + ONE)
  int remove(String teamId, String channelId, String ts);

  @Query("delete from slack_pending_reply where due_at = :never and ts < :before")
  void forget(long never, String before);
}
