package dev.switchboard.bot.media;

import static java.util.stream.Collectors.joining;

import dev.switchboard.bot.Picture;
import dev.switchboard.bot.media.PictureReader.Read;
import dev.switchboard.bot.store.DurableCommit;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads documents that customers send, each once: their text, and as pictures the first pages that
 * show more, as a scan does or a photo in a report. What was read is kept with the file.
 */
@Singleton
public final class DocumentReader {
  private static final Logger LOG = LoggerFactory.getLogger(DocumentReader.class);
  private static final String NAME = "text";
  private static final Path NOWHERE = Path.of("");

  private final DurableCommit commit;
  private final WordsTable table;
  private final DocumentText documents;
  private final PictureReader pictures;

  DocumentReader(
      DurableCommit commit, WordsTable table, DocumentText documents, PictureReader pictures) {
    this.commit = commit;
    this.table = table;
    this.documents = documents;
    this.pictures = pictures;
  }

  /**
   * The words of the document, as a picture that nobody can look at; empty when it holds none.
   *
   * @param id of the attachment
   * @param conversationId on which a model is booked
   * @throws dev.switchboard.bot.store.StoreUnavailable when the database cannot do it now
   */
  public Optional<Picture> read(String id, String mediaType, Path file, String conversationId) {
    return commit
        .read(() -> table.findByAttachmentId(id))
        .map(WordsTable.Row::words)
        .or(() -> all(file, mediaType, conversationId).map(read -> kept(id, read)))
        .map(words -> new Picture(mediaType, NOWHERE, words));
  }

  private Optional<Read> all(Path file, String mediaType, String conversationId) {
    var seen =
        documents.pages(file, mediaType).stream()
            .flatMap(page -> looked(page, conversationId).stream())
            .toList();
    // Of a long text less is kept rather than what stands in its pictures.
    int left = Math.max(0, WordsTable.LONGEST - words(seen).length());
    var all = Stream.concat(text(file, mediaType, left).stream(), seen.stream()).toList();
    return all.isEmpty() ? Optional.empty() : Optional.of(new Read(words(all), all.getLast().by()));
  }

  private Optional<Read> text(Path file, String mediaType, int most) {
    return documents
        .of(file, mediaType)
        .map(text -> text.substring(0, Math.min(text.length(), most)))
        .filter(text -> !text.isBlank())
        .map(text -> new Read(text, NAME));
  }

  private static String words(List<Read> parts) {
    return parts.stream().map(part -> part.words() + "\n\n").collect(joining());
  }

  private Optional<Read> looked(byte[] page, String conversationId) {
    try {
      var file = Files.createTempFile("page", ".png");
      try {
        Files.write(file, page);
        return pictures.look("image/png", file, conversationId);
      } finally {
        Files.delete(file);
      }
    } catch (IOException full) {
      LOG.warn("a page of a document cannot be looked at: {}", full.toString());
      return Optional.empty();
    }
  }

  private String kept(String id, Read read) {
    var words = WordsTable.fitting(read.words());
    commit.run(() -> table.keep(id, words, read.by()));
    return words;
  }
}
