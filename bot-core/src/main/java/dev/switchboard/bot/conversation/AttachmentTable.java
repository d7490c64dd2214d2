package dev.switchboard.bot.conversation;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

/** The table attachment. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface AttachmentTable extends GenericRepository<AttachmentRow, String> {

  AttachmentRow save(AttachmentRow row);

  Optional<AttachmentRow> findById(String id);

  @Query(
      """
      select * from attachment where conversation_id = :conversationId order by seq, place
      """)
  List<AttachmentRow> of(String conversationId);

  @Query(
      """
      update attachment set conversation_id = :conversationId, seq = :seq, place = :place
      where id = :id and channel = :channel and address = :address and conversation_id is null
      """)
  int attach(String id, String channel, String address, String conversationId, long seq, int place);

  @Query(
      """
      select count(*) from attachment
      where conversation_id is null and channel = :channel and address = :address
      """)
  long countWaiting(String channel, String address);

  @Query(
      """
      select id from attachment where conversation_id is null and created_at <= :before
      order by created_at limit :most
      """)
  List<String> waitingSince(long before, int most);

  @Query("delete from attachment where id = :id and conversation_id is null")
  int forget(String id);

  @Query(
      """
      update attachment set address = :to
      where channel = :channel and address = :from
      """)
  void readdress(String channel, String from, String to);
}
