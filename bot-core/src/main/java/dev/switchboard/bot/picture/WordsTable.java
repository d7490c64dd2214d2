package dev.switchboard.bot.picture;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The table attachment_words. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface WordsTable extends GenericRepository<WordsTable.Row, String> {

  /** A row; the columns are explained in the migration. */
  @MappedEntity("attachment_words")
  record Row(@Id String attachmentId, String words, String readBy) {}

  Optional<Row> findByAttachmentId(String attachmentId);

  List<Row> findByAttachmentIdIn(Collection<String> attachmentIds);

  @Query(
      """
      insert into attachment_words (attachment_id, words, read_by)
      values (:attachmentId, :words, :readBy) on conflict do nothing
      """)
  void keep(String attachmentId, String words, String readBy);
}
