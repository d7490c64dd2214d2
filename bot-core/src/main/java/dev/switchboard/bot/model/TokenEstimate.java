package dev.switchboard.bot.model;

import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.Content;
import dev.langchain4j.data.message.TextContent;
import dev.langchain4j.data.message.UserMessage;
import java.util.List;

/**
 * How many tokens a text has at most: tokenizers of today make about one of four letters of English
 * and one of two bytes of other scripts.
 */
public final class TokenEstimate {
  private static final int BYTES = 2;

  /** What the makers that tell count for the largest picture. */
  static final long PICTURE = 1_700;

  /** What a message takes beside its words. */
  static final int PER_MESSAGE = 8;

  private TokenEstimate() {}

  /** At most so many tokens. */
  public static long of(String text) {
    long bytes = text.getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
    return Math.ceilDiv(bytes, BYTES);
  }

  static long of(List<ChatMessage> messages) {
    return messages.stream().mapToLong(message -> PER_MESSAGE + of(message)).sum();
  }

  private static long of(ChatMessage message) {
    return message instanceof UserMessage user
        ? user.contents().stream().mapToLong(TokenEstimate::of).sum()
        : of(message.toString());
  }

  private static long of(Content part) {
    return part instanceof TextContent text ? of(text.text()) : PICTURE;
  }
}
