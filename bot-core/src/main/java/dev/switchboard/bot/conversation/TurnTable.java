package dev.switchboard.bot.conversation;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The table turn.
 *
 * <p>What is limited is ordered by all columns of an index, the conversation included: H2 would
 * else read and sort the whole conversation, and each turn take longer than the one before.
 */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface TurnTable extends GenericRepository<TurnRow, Long> {

  @Query(
      """
      insert into turn (conversation_id, seq, author, body, channel, external_id, reply_to,
        receipt, written_at, shown_seq, written_by)
      values (:conversationId, :seq, :author, :body, :channel, :externalId, :replyTo,
        :receipt, :writtenAt, :shownSeq, :writtenBy)
      """)
  void insert(
      String conversationId,
      long seq,
      String author,
      String body,
      @Nullable String channel,
      @Nullable String externalId,
      @Nullable Long replyTo,
      @Nullable String receipt,
      long writtenAt,
      @Nullable Long shownSeq,
      @Nullable String writtenBy);

  @Query("select * from turn where channel = :channel and external_id = :externalId")
  Optional<TurnRow> received(String channel, String externalId);

  @Query("select * from turn where conversation_id = :conversationId order by seq")
  List<TurnRow> of(String conversationId);

  @Query(
      """
      select * from turn
      where conversation_id = :conversationId and shown_seq > :after
      order by conversation_id, shown_seq limit :most
      """)
  List<TurnRow> shownAfter(String conversationId, long after, int most);

  // Newest first.
  @Query(
      """
      select * from turn where conversation_id = :conversationId and seq < :before
      order by seq desc limit :most
      """)
  List<TurnRow> before(String conversationId, long before, int most);

  @Query(
      """
      select * from turn where conversation_id = :conversationId and seq > :after
      order by seq limit :most
      """)
  List<TurnRow> after(String conversationId, long after, int most);

  @Query(
      """
      select receipt from turn
      where conversation_id = :conversationId and receipt <> '' order by seq desc limit 1
      """)
  Optional<String> lastReceipt(String conversationId);

  @Query("select * from turn where conversation_id = :conversationId and seq = :seq")
  Optional<TurnRow> numbered(String conversationId, long seq);

  // Newest first.
  @Query(
      """
      select * from turn
      where conversation_id = :conversationId and shown_seq < :before
      order by conversation_id desc, shown_seq desc limit :most
      """)
  List<TurnRow> shownBefore(String conversationId, long before, int most);

  @Query(
      """
      select * from turn
      where conversation_id = :conversationId and author = 'CUSTOMER' and seq > :handled
      order by conversation_id, seq limit 1
      """)
  TurnRow firstAsked(String conversationId, long handled);

  @Query(
      """
      select count(*) from turn
      where conversation_id = :conversationId and author = 'CUSTOMER' and seq > :handled
      """)
  long askedAfter(String conversationId, long handled);

  // A bot that has something to do has it due: so only those rows are read.
  @Query(
      """
      select count(*) as number, min(t.written_at) as oldest from turn t
      join conversation c on c.id = t.conversation_id
      where c.work_due_at is not null and t.author = 'CUSTOMER' and t.seq > c.handled_seq
      """)
  Waiting forBot();

  @Query(
      """
      select count(*) as number, min(t.written_at) as oldest from turn t
      join conversation c on c.id = t.conversation_id
      where c.custody in ('QUEUED', 'WITH_AGENT', 'SNOOZED')
        and c.asked_seq > c.handled_seq
        and t.author = 'CUSTOMER' and t.seq > c.handled_seq
      """)
  Waiting forPeople();

  // Newest first.
  @Query(
      """
      select asked.body as question, coalesce(reply.receipt, '') as receipt,
        coalesce(not f.helpful, false) as rejected
      from turn reply
      join turn asked
        on asked.conversation_id = reply.conversation_id and asked.seq = reply.reply_to
      left join feedback f
        on f.conversation_id = reply.conversation_id and f.shown_seq = reply.shown_seq
      where reply.conversation_id = :conversationId and asked.seq >= :from
      order by reply.conversation_id desc, reply.seq desc limit :most
      """)
  List<PastReply> pastReplies(String conversationId, long from, int most);

  @Query(
      """
      select count(*) from conversation
      join turn on turn.conversation_id = conversation.id
      where conversation.custody = 'WITH_AGENT' and conversation.changed_at > :since
        and turn.author in ('AGENT', 'NOTE') and turn.written_at > :since
      """)
  long countByAgents(long since);

  @Query(
      """
      select receipt from turn
      where written_at >= :since and written_at < :until and receipt <> '' order by written_at
      """)
  List<String> receipts(long since, long until);
}
