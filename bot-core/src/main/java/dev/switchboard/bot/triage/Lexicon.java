package dev.switchboard.bot.triage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The word list of one language.
 *
 * @param language whose words they are
 * @param phrases the phrases by their meaning
 */
record Lexicon(Locale language, Map<Topic, PhraseIndex> phrases) {

  private static final List<String> LANGUAGES =
      List.of(
          "en", "de", "fr", "es", "it", "nl", "pt", "pl", "tr", "ja", "zh", "ar", "ru", "sv", "da",
          "ko");

  /** The word lists that come with the product, English first. */
  static List<Lexicon> all() {
    return LANGUAGES.stream().map(Lexicon::read).toList();
  }

  /** The phrases of this meaning; none when the list has no such section. */
  PhraseIndex of(Topic topic) {
    return phrases.getOrDefault(topic, PhraseIndex.NONE);
  }

  /** The phrases of the topic in the text, without those that a phrase of {@code not} overlaps. */
  List<Span> in(Topic topic, Topic not, List<Token> tokens) {
    var found = of(topic).in(tokens);
    if (found.isEmpty()) {
      return found;
    }
    var taken = of(not).in(tokens);
    return found.stream().filter(span -> taken.stream().noneMatch(span::overlaps)).toList();
  }

  private static Lexicon read(String language) {
    return new Lexicon(Locale.of(language), parse(lines("words/" + language + ".txt")));
  }

  private static List<String> lines(String resource) {
    try (var stream = Lexicon.class.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IllegalStateException("the word list is missing: " + resource);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<Topic, PhraseIndex> parse(List<String> lines) {
    var sections = new EnumMap<Topic, List<Phrase>>(Topic.class);
    var parser = new PhraseParser();
    var topic = Topic.GREETING;
    for (var line : lines) {
      if (line.startsWith("==")) {
        topic = Topic.titled(line.replace("=", ""));
      } else if (line.startsWith("$") && line.contains(" = ")) {
        parser.define(line);
      } else if (!line.isBlank() && !line.startsWith("#")) {
        sections.computeIfAbsent(topic, t -> new ArrayList<>()).add(parser.parse(line));
      }
    }
    var phrases = new EnumMap<Topic, PhraseIndex>(Topic.class);
    sections.forEach((t, list) -> phrases.put(t, new PhraseIndex(list)));
    return phrases;
  }
}
