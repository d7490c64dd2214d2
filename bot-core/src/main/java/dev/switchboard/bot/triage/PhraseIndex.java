package dev.switchboard.bot.triage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Phrases of one meaning, found by their first word. */
final class PhraseIndex {

  static final PhraseIndex NONE = new PhraseIndex(List.of());

  private final Map<String, List<Phrase>> byFirst = new HashMap<>();

  PhraseIndex(List<Phrase> phrases) {
    for (var phrase : phrases) {
      for (var word : phrase.firstWords()) {
        byFirst.computeIfAbsent(word, first -> new ArrayList<>()).add(phrase);
      }
    }
  }

  /** Where the longest phrase that begins at {@code from} ends, exclusive; -1 when none does. */
  int endAt(List<Token> tokens, int from) {
    int end = -1;
    if (from < tokens.size()) {
      for (var phrase : byFirst.getOrDefault(tokens.get(from).word(), List.of())) {
        end = Math.max(end, phrase.end(tokens, from));
      }
    }
    return end;
  }

  /** Whether a phrase begins at {@code from}. */
  boolean at(List<Token> tokens, int from) {
    return endAt(tokens, from) > from;
  }

  /** The phrases in the text, each as long as it goes; they may overlap. */
  List<Span> in(List<Token> tokens) {
    var spans = new ArrayList<Span>();
    for (int from = 0; from < tokens.size(); from++) {
      int end = endAt(tokens, from);
      if (end > from) {
        spans.add(new Span(from, end));
      }
    }
    return spans;
  }
}
