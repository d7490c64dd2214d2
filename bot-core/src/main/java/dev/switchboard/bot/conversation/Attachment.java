package dev.switchboard.bot.conversation;

import java.time.Instant;

/**
 * A file that a customer sent, or was sent.
 *
 * @param id its id, unguessable
 * @param address where in the channel the customer is reached
 * @param conversationId the conversation it was sent in; empty while no message has it
 * @param seq the turn it belongs to, by {@link Turn#seq()}; 0 while no message has it
 * @param kind what it is
 * @param name its name as it is shown, of 1 to 200 characters, without anything in it that could
 *     mislead
 * @param mediaType its type by its content, such as {@code image/png}
 * @param size in bytes
 * @param width of a picture in pixels, else 0
 * @param height of a picture in pixels, else 0
 * @param key signs the links to it
 * @param at when it came in
 */
public record Attachment(
    String id,
    String address,
    String conversationId,
    long seq,
    Kind kind,
    String name,
    String mediaType,
    long size,
    int width,
    int height,
    LinkKey key,
    Instant at) {

  /** What a file is, as far as it decides how it is shown. */
  public enum Kind {
    /** Pixels that were decoded and encoded again here. */
    IMAGE,
    AUDIO,
    FILE
  }
}
