package dev.switchboard.bot.conversation;

import dev.switchboard.bot.store.FileStore;

/**
 * A file as a channel hands it in, examined by the channel.
 *
 * @param kind what it is
 * @param name its name as it is to be shown, of 1 to 200 characters
 * @param mediaType its type by its content, of 1 to 100 characters
 * @param width of a picture in pixels, else 0
 * @param height of a picture in pixels, else 0
 * @param content its bytes
 */
public record ReceivedFile(
    Attachment.Kind kind,
    String name,
    String mediaType,
    int width,
    int height,
    FileStore.Content content) {
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_TYPE = 100;

  /**
   * Checks the limits.
   *
   * @throws IllegalArgumentException when one does not hold, and says which
   */
  public ReceivedFile {
    StorableText.name("the file's name", name, LONGEST_NAME);
    StorableText.name("the file's type", mediaType, LONGEST_TYPE);
  }
}
