package dev.switchboard.bot.media;

import dev.switchboard.bot.Picture;
import dev.switchboard.bot.store.DurableCommit;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Reads the text of documents that customers send, each once; what was read is kept with the file.
 */
@Singleton
public final class DocumentReader {
  private static final String NAME = "text";
  private static final Path NOWHERE = Path.of("");

  private final DurableCommit commit;
  private final WordsTable table;
  private final DocumentText documents;

  DocumentReader(DurableCommit commit, WordsTable table, DocumentText documents) {
    this.commit = commit;
    this.table = table;
    this.documents = documents;
  }

  /**
   * The words of the document, as a picture that nobody can look at; empty when it holds none.
   *
   * @param id of the attachment
   * @throws dev.switchboard.bot.store.StoreUnavailable when the database cannot do it now
   */
  public Optional<Picture> read(String id, String mediaType, Path file) {
    return commit
        .read(() -> table.findByAttachmentId(id))
        .map(WordsTable.Row::words)
        .or(() ->
            documents
                .of(file, mediaType)
                .filter(text -> !text.isBlank())
                .map(text -> kept(id, text)))
        .map(words -> new Picture(mediaType, NOWHERE, words));
  }

  private String kept(String id, String text) {
    var words = WordsTable.fitting(text);
    commit.run(() -> table.keep(id, words, NAME));
    return words;
  }
}
