package dev.switchboard.bot.conversation;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

/** The table channel_address. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface AddressTable extends GenericRepository<ConversationRow, String> {

  @Query(
      """
      insert into channel_address (channel, address) values (:channel, :address)
      on conflict do nothing
      """)
  void add(String channel, String address);

  @Query(
      """
      select coalesce(conversation_id, '') from channel_address
      where channel = :channel and address = :address for update
      """)
  String lock(String channel, String address);

  @Query(
      """
      update channel_address set conversation_id = :conversationId
      where channel = :channel and address = :address
      """)
  void point(String channel, String address, String conversationId);
}
