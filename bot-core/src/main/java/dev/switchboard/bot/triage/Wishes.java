package dev.switchboard.bot.triage;

import dev.switchboard.bot.Signal;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds the wish for a person, the doubt whether one is speaking, and what is said of answers and
 * files, anywhere in a message.
 */
final class Wishes {

  /** Longest message, in words, that can be nothing but a wish. */
  private static final int LONGEST = 30;

  private final Lexicons lexicons;

  Wishes(Lexicons lexicons) {
    this.lexicons = lexicons;
  }

  /** The signals in the text. */
  Set<Signal> in(List<Token> tokens) {
    var signals = EnumSet.noneOf(Signal.class);
    if (!forPerson(tokens).isEmpty()) {
      signals.add(Signal.WANTS_PERSON);
    }
    if (!lexicons.in(Topic.ASKS_IF_BOT, tokens).isEmpty()) {
      signals.add(Signal.ASKS_IF_BOT);
    }
    if (!lexicons.in(Topic.NOT_HELPED, tokens).isEmpty()) {
      signals.add(Signal.NOT_HELPED);
    }
    if (!lexicons.in(Topic.POINTS_AT_FILE, tokens).isEmpty()) {
      signals.add(Signal.POINTS_AT_FILE);
    }
    return signals;
  }

  /** Whether the text is such a wish or doubt and holds nothing to look up beside it. */
  boolean saysNothingElse(String text) {
    var tokens = Tokens.of(text);
    if (tokens.isEmpty() || tokens.size() > LONGEST) {
      return false;
    }
    var wishes =
        Stream.concat(forPerson(tokens).stream(), lexicons.in(Topic.ASKS_IF_BOT, tokens).stream())
            .toList();
    return !wishes.isEmpty() && covers(wishes, tokens);
  }

  /** The languages in which the text is such a wish or doubt. */
  List<Locale> languages(String text) {
    var tokens = Tokens.of(text);
    return lexicons.all().stream()
        .filter(words ->
            !words.in(Topic.WANTS_PERSON, Topic.NOT_WANTS_PERSON, tokens).isEmpty()
                || !words.of(Topic.ASKS_IF_BOT).in(tokens).isEmpty())
        .map(Lexicon::language)
        .toList();
  }

  private List<Span> forPerson(List<Token> tokens) {
    return lexicons.in(Topic.WANTS_PERSON, Topic.NOT_WANTS_PERSON, tokens);
  }

  private boolean covers(List<Span> wishes, List<Token> tokens) {
    var said = new BitSet(tokens.size());
    wishes.forEach(span -> said.set(span.from(), span.to()));
    lexicons.in(Topic.FILLER, tokens).forEach(span -> said.set(span.from(), span.to()));
    return said.cardinality() == tokens.size();
  }
}
