package dev.switchboard.bot;

import java.util.List;

/**
 * What a customer wrote, as it reached us.
 *
 * @param text the raw text; triage cleans and bounds it
 * @param history the exchanges before it, oldest first
 */
public record Message(String text, List<Exchange> history) {

  /** Longest text that is read, in UTF-16 characters; what is beyond is not read, and said so. */
  public static final int MAX_LENGTH = 4_000;

  public Message {
    history = List.copyOf(history);
  }
}
