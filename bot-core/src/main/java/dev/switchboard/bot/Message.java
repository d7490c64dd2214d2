package dev.switchboard.bot;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a customer wrote, as it reached us.
 *
 * @param text the raw text; triage cleans and bounds it
 * @param history the exchanges before it, oldest first
 * @param files whether files came along
 * @param sender who wrote it, as far as rules go by it
 * @param conversationId the conversation it belongs to, empty when to none
 * @param pictures those of the files that a model which sees could look at
 */
public record Message(
    String text,
    List<Exchange> history,
    boolean files,
    Sender sender,
    String conversationId,
    List<Picture> pictures) {

  /** Longest text that is read, in UTF-16 characters; what is beyond is not read, and said so. */
  public static final int MAX_LENGTH = 4_000;

  public Message {
    history = List.copyOf(history);
    pictures = List.copyOf(pictures);
  }

  /** A message of no conversation. */
  public Message(String text, List<Exchange> history, boolean files, Sender sender) {
    this(text, history, files, sender, "", List.of());
  }

  /** A message of words alone, from somebody unknown. */
  public Message(String text, List<Exchange> history) {
    this(text, history, false, Sender.UNKNOWN);
  }

  /** The articles of which the customer said that they did not help: not to be shown again. */
  public Set<String> rejectedArticles() {
    return history.stream()
        .filter(Exchange::rejected)
        .flatMap(exchange -> exchange.articleIds().stream())
        .collect(Collectors.toUnmodifiableSet());
  }
}
