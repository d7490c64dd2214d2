package dev.switchboard.bot.media;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Reads the text out of documents such as PDF and DOCX.
 *
 * <p>The documents come from strangers: an implementation reads them where they can do no harm, and
 * comes to an end within half a minute, whatever they hold. It is safe for use by many threads and
 * fails for no document.
 */
public interface DocumentText {

  /**
   * The text of the document, Markdown; empty when none can be read.
   *
   * @param mediaType what it is, as {@code application/pdf}
   */
  Optional<String> of(Path file, String mediaType);

  /**
   * How those of its first pages look that show more than text, as PNG; none where they cannot be
   * drawn.
   *
   * @param mediaType what it is, as {@code application/pdf}
   */
  default List<byte[]> pages(Path file, String mediaType) {
    return List.of();
  }
}
