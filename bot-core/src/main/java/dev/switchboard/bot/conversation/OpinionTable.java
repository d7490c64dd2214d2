package dev.switchboard.bot.conversation;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

/** The tables feedback and rating. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface OpinionTable extends GenericRepository<ConversationRow, String> {

  @Query("delete from feedback where conversation_id = :conversationId and shown_seq = :shownSeq")
  void forget(String conversationId, long shownSeq);

  @Query(
      """
      insert into feedback (conversation_id, shown_seq, helpful, words, given_at)
      values (:conversationId, :shownSeq, :helpful, :words, :now)
      """)
  void add(String conversationId, long shownSeq, boolean helpful, String words, long now);

  @Query(
      """
      select shown_seq, helpful, words from feedback
      where conversation_id = :conversationId order by shown_seq
      """)
  List<Opinion> of(String conversationId);

  @Query(
      """
      insert into rating (conversation_id, custody_version, score, words, given_at)
      values (:conversationId, :version, :score, :words, :now)
      on conflict do nothing
      """)
  int rate(String conversationId, long version, int score, String words, long now);

  @Query(
      """
      select count(*) from rating
      where conversation_id = :conversationId and custody_version = :version
      """)
  long rated(String conversationId, long version);

  @Query(
      """
      select score, words from rating
      where conversation_id = :conversationId order by custody_version
      """)
  List<Rating> ratings(String conversationId);
}
