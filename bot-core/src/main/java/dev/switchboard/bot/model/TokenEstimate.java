package dev.switchboard.bot.model;

import dev.langchain4j.data.message.ChatMessage;
import java.util.List;

/**
 * How many tokens a text has at most: tokenizers of today make about one of four letters of English
 * and one of two bytes of other scripts.
 */
final class TokenEstimate {
  private static final int BYTES = 2;
  private static final int PER_MESSAGE = 8;

  private TokenEstimate() {}

  static long of(String text) {
    long bytes = text.getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
    return Math.ceilDiv(bytes, BYTES);
  }

  static long of(List<ChatMessage> messages) {
    return messages.stream().mapToLong(message -> PER_MESSAGE + of(message.toString())).sum();
  }
}
