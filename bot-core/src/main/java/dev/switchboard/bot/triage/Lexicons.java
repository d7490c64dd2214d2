package dev.switchboard.bot.triage;

import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** All word lists together, for what may be written in any language. */
final class Lexicons {

  /** The word lists that come with the product. */
  static final Lexicons SHIPPED = new Lexicons(Lexicon.all());

  private final List<Lexicon> all;

  Lexicons(List<Lexicon> all) {
    this.all = List.copyOf(all);
  }

  /** Where the longest phrase of any language that begins here ends, exclusive; -1 for none. */
  int endAt(Topic topic, List<Token> tokens, int from) {
    return all.stream().mapToInt(words -> words.of(topic).endAt(tokens, from)).max().orElse(-1);
  }

  /** Whether a phrase of any language begins here. */
  boolean at(Topic topic, List<Token> tokens, int from) {
    return endAt(topic, tokens, from) > from;
  }

  /** The phrases of all languages in the text. */
  List<Span> in(Topic topic, List<Token> tokens) {
    return all.stream().flatMap(words -> words.of(topic).in(tokens).stream()).toList();
  }

  /** The phrases of the topic that no phrase of {@code not} in the same language takes back. */
  List<Span> in(Topic topic, Topic not, List<Token> tokens) {
    return all.stream().flatMap(words -> words.in(topic, not, tokens).stream()).toList();
  }

  /** The languages that know all of these phrases. */
  List<Locale> knowing(Collection<Courtesy> phrases, List<Token> tokens) {
    return all.stream()
        .filter(words -> phrases.stream().allMatch(phrase -> knows(words, phrase, tokens)))
        .map(Lexicon::language)
        .toList();
  }

  private static boolean knows(Lexicon words, Courtesy phrase, List<Token> tokens) {
    return words.of(phrase.topic()).endAt(tokens, phrase.span().from()) >= phrase.span().to();
  }

  /** The word list of the language; English when there is none. */
  Lexicon of(Locale language) {
    return all.stream()
        .filter(words -> words.language().getLanguage().equals(language.getLanguage()))
        .findFirst()
        .orElse(all.getFirst());
  }

  List<Lexicon> all() {
    return all;
  }
}
