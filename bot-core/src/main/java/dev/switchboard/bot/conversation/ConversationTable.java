package dev.switchboard.bot.conversation;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The table conversation. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface ConversationTable extends GenericRepository<ConversationRow, String> {

  ConversationRow save(ConversationRow opened);

  Optional<ConversationRow> findById(String id);

  @Query("select custody_version from conversation where id = :id")
  Optional<Long> custodyVersion(String id);

  @Query("select * from conversation where id = :id for update")
  Optional<ConversationRow> lock(String id);

  @Query(
      """
      update conversation
      set custody = :custody, agent = :agent, snoozed_until = :snoozedUntil,
        custody_version = custody_version + 1, custody_since = :now,
        work_due_at = :workDueAt, changed_at = :now
      where id = :id and custody_version = :version
      """)
  int moveCustody(
      String id,
      long version,
      String custody,
      @Nullable String agent,
      @Nullable Long snoozedUntil,
      @Nullable Long workDueAt,
      long now);

  @Query(
      """
      update conversation set next_seq = :next, next_shown = :nextShown, changed_at = :now
      where id = :id
      """)
  void numberNext(String id, long next, long nextShown, long now);

  @Query("update conversation set episode_seq = :seq where id = :id")
  void beginEpisode(String id, long seq);

  // Due at once where the bot may speak, unless a worker has it already.
  @Query(
      """
      update conversation
      set asked_seq = :seq,
        work_due_at = case when custody in ('BOT', 'RETURNED') then coalesce(work_due_at, :now) end
      where id = :id
      """)
  void asked(String id, long seq, long now);

  @Query("select count(*) from conversation where work_due_at <= :now")
  long countDue(long now);

  @Query(
      """
      select * from conversation where work_due_at <= :now
      order by work_due_at, id limit 1 for update skip locked
      """)
  Optional<ConversationRow> lockDue(long now);

  @Query(
      """
      update conversation
      set work_due_at = :until, work_epoch = work_epoch + 1, work_tries = work_tries + 1
      where id = :id
      """)
  void take(String id, long until);

  // Only the worker that has it may; the next one raises the epoch.
  @Query(
      """
      update conversation set work_due_at = :now
      where id = :id and work_epoch = :epoch and work_due_at > :now
      """)
  void giveBack(String id, long epoch, long now);

  @Query(
      """
      update conversation
      set handled_seq = :seq, work_tries = 0,
        work_due_at = case when asked_seq > :seq then :now end
      where id = :id
      """)
  void handled(String id, long seq, long now);

  @Query("update conversation set work_tries = 0 where id = :id")
  void resetTries(String id);

  // The customer's turns so far are seen to: by the agent who replied, or considers it done.
  @Query("update conversation set handled_seq = asked_seq, work_due_at = null where id = :id")
  void seenTo(String id);

  @Query("select count(*) from conversation where work_due_at > :beyond")
  long countTooFarAhead(long beyond);

  @Query("update conversation set work_due_at = :now where work_due_at > :beyond")
  void bringForward(long now, long beyond);

  @Query("select id from conversation where custody = 'SNOOZED' and snoozed_until <= :now")
  List<String> toWake(long now);

  @Query("update conversation set changed_at = :now where id = :id")
  void touch(String id, long now);

  @Query("select id from conversation where custody = 'RESOLVED' and custody_since <= :before")
  List<String> toClose(long before);

  @Query(
      """
      select * from conversation where custody in ('QUEUED', 'WITH_AGENT', 'SNOOZED')
      order by custody_since, id limit :most
      """)
  List<ConversationRow> withPeople(int most);

  @Query(
      """
      select id, custody_version as version, next_seq as next from conversation
      where custody in ('QUEUED', 'WITH_AGENT', 'SNOOZED')
      order by custody_since, id limit :most
      """)
  List<CaseMark> marksWithPeople(int most);

  @Query(
      """
      select * from conversation where custody in ('RETURNED', 'RESOLVED', 'CLOSED')
        and agent is not null
      order by custody_since desc, id limit :most
      """)
  List<ConversationRow> doneByPeople(int most);

  @Query(
      """
      select count(*) from conversation c left join case_route r on r.conversation_id = c.id
      where c.custody = 'QUEUED'
        and (coalesce(r.urgency, 1) > :urgency
          or (coalesce(r.urgency, 1) = :urgency
            and (c.custody_since < :since or (c.custody_since = :since and c.id <= :id))))
      """)
  long queuedUpTo(int urgency, long since, String id);

  @Query(
      """
      select * from conversation where channel = :channel and address = :address
      order by opened_at desc, id limit :most
      """)
  List<ConversationRow> at(String channel, String address, int most);

  @Query(
      "select * from conversation where changed_at >= :since order by changed_at desc limit :most")
  List<ConversationRow> changedSince(long since, int most);

  @Query(
      """
      update conversation set read_seq = :seq
      where id = :id and read_seq < :seq and next_shown > :seq
      """)
  void read(String id, long seq);

  @Query("select read_seq from conversation where id = :id")
  Optional<Long> readUpTo(String id);

  @Query(
      """
      update conversation set address = :to
      where channel = :channel and address = :from
      """)
  void readdress(String channel, String from, String to);
}
