package dev.switchboard.bot;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

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

  /** The articles of which the customer said that they did not help: not to be shown again. */
  public Set<String> rejectedArticles() {
    return history.stream()
        .filter(Exchange::rejected)
        .flatMap(exchange -> exchange.articleIds().stream())
        .collect(Collectors.toUnmodifiableSet());
  }
}
