package dev.switchboard.bot.conversation;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;

/** The table customer. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface CustomerTable extends GenericRepository<CustomerRow, String> {

  @Query("select * from customer where channel = :channel and address = :address")
  Optional<CustomerRow> at(String channel, String address);

  @Query(
      """
      insert into customer (channel, address, subject, name, email, answer_to, noted_at)
      values (:channel, :address, '', '', '', '', :now)
      on conflict do nothing
      """)
  void add(String channel, String address, long now);

  @Query(
      """
      update customer set answer_to = :email, noted_at = :now
      where channel = :channel and address = :address
      """)
  void answerTo(String channel, String address, String email, long now);

  @Query(
      """
      update customer set subject = :subject, name = :name, email = :email, noted_at = :now
      where channel = :channel and address = :address
      """)
  void vouch(String channel, String address, String subject, String name, String email, long now);

  // Whoever comes second waits for the first here, and finds what the first has noted.
  @Query(
      """
      insert into customer_identity (channel, subject_hash, address)
      values (:channel, :subjectHash, :address)
      on conflict do nothing
      """)
  void identify(String channel, String subjectHash, String address);

  @Query(
      """
      select address from customer_identity
      where channel = :channel and subject_hash = :subjectHash
      """)
  String identified(String channel, String subjectHash);
}
