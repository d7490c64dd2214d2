package dev.switchboard.bot.model;

import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.Content;
import dev.langchain4j.data.message.ImageContent;
import dev.langchain4j.data.message.TextContent;
import dev.langchain4j.data.message.UserMessage;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells what goes to a provider and what was kept back, for whoever has to answer for it. */
final class Withheld {
  private static final Pattern TOKEN = Pattern.compile("⟦([^⟧\\d]+) \\d+⟧");
  private static final int LONGEST = 300;

  private Withheld() {}

  /** What was replaced by tokens, by kind: {@code e-mail 1, phone 2}. */
  static String in(List<ChatMessage> messages) {
    var tokens = new TreeSet<String>();
    var kinds = new TreeMap<String, Integer>();
    contents(messages)
        .filter(TextContent.class::isInstance)
        .map(content -> ((TextContent) content).text())
        .flatMap(text -> TOKEN.matcher(text).results())
        .filter(token -> tokens.add(token.group()))
        .forEach(token -> kinds.merge(token.group(1), 1, Integer::sum));
    var told =
        kinds.entrySet().stream()
            .map(kind -> kind.getKey() + " " + kind.getValue())
            .collect(Collectors.joining(", "));
    return told.substring(0, Math.min(told.length(), LONGEST));
  }

  /** How many pictures go along. */
  static int pictures(List<ChatMessage> messages) {
    return Math.toIntExact(contents(messages).filter(ImageContent.class::isInstance).count());
  }

  private static Stream<Content> contents(List<ChatMessage> messages) {
    return messages.stream()
        .filter(UserMessage.class::isInstance)
        .flatMap(message -> ((UserMessage) message).contents().stream());
  }
}
