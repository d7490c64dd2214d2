package dev.switchboard.bot.conversation;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The table turn. */
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
      order by shown_seq limit :most
      """)
  List<TurnRow> shownAfter(String conversationId, long after, int most);

  @Query("select * from turn where conversation_id = :conversationId and seq = :seq")
  Optional<TurnRow> numbered(String conversationId, long seq);

  // Newest first.
  @Query(
      """
      select * from turn
      where conversation_id = :conversationId and shown_seq < :before
      order by shown_seq desc limit :most
      """)
  List<TurnRow> shownBefore(String conversationId, long before, int most);

  @Query(
      """
      select * from turn
      where conversation_id = :conversationId and author = 'CUSTOMER' and seq > :handled
      order by seq limit 1
      """)
  TurnRow firstAsked(String conversationId, long handled);

  // Newest first.
  @Query(
      """
      select asked.body as question, coalesce(reply.receipt, '') as receipt
      from turn reply
      join turn asked
        on asked.conversation_id = reply.conversation_id and asked.seq = reply.reply_to
      where reply.conversation_id = :conversationId
      order by reply.seq desc limit :most
      """)
  List<PastReply> pastReplies(String conversationId, int most);

  @Query(
      """
      select count(*) from conversation
      join turn on turn.conversation_id = conversation.id
      where conversation.custody = 'WITH_AGENT' and conversation.changed_at > :since
        and turn.author in ('AGENT', 'NOTE') and turn.written_at > :since
      """)
  long countByAgents(long since);
}
