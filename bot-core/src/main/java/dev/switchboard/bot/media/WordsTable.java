package dev.switchboard.bot.media;

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

  /** The longest text that is kept of a file, in characters. */
  int LONGEST = 4_000;

  /** As much of a text as is kept. */
  static String fitting(String text) {
    var clean = text.replace("\0", "").strip();
    return clean.substring(0, Math.min(clean.length(), LONGEST));
  }

  Optional<Row> findByAttachmentId(String attachmentId);

  List<Row> findByAttachmentIdIn(Collection<String> attachmentIds);

  @Query(
      """
      insert into attachment_words (attachment_id, words, read_by)
      values (:attachmentId, :words, :readBy) on conflict do nothing
      """)
  void keep(String attachmentId, String words, String readBy);
}
