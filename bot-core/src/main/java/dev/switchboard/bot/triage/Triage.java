package dev.switchboard.bot.triage;

import dev.switchboard.bot.Exchange;
import dev.switchboard.bot.Message;
import dev.switchboard.bot.Reading;
import dev.switchboard.bot.Signal;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Reads a message: its text, language, questions and signals.
 *
 * <p>Works without the network, in well under a millisecond for an ordinary message, for any text
 * whatever. Safe for use by many threads.
 */
public final class Triage {

  private final Lexicons lexicons;
  private final Wishes wishes;
  private final LanguageOf languageOf;

  /**
   * Prefers the languages that the knowledge is written in where a message is short.
   *
   * @param preferred these languages; asked for each message, so it has to be quick
   */
  public Triage(Supplier<Set<Locale>> preferred) {
    this.lexicons = Lexicons.SHIPPED;
    this.wishes = new Wishes(lexicons);
    this.languageOf = new LanguageOf(preferred, lexicons);
  }

  /** Reads the message; what it cannot make sense of is a signal, never an error. */
  public Reading read(Message message) {
    var cleaned = Cleaned.of(message.text());
    var tokens = Tokens.of(cleaned.text());
    if (!Readable.isReadable(tokens)) {
      return unreadable(cleaned);
    }
    var content = new Envelope(lexicons, cleaned.text(), tokens).open();
    var language = language(cleaned.text(), tokens, content);
    var signals = wishes.in(tokens);
    content.courtesies().forEach(courtesy -> signals.add(Signal.valueOf(courtesy.topic().name())));
    if (cleaned.cut()) {
      signals.add(Signal.CUT);
    }
    return reading(cleaned.text(), content.text(), language, signals, message.history());
  }

  private Reading unreadable(Cleaned cleaned) {
    var signals = EnumSet.of(cleaned.text().isEmpty() ? Signal.EMPTY : Signal.MEANINGLESS);
    if (cleaned.cut()) {
      signals.add(Signal.CUT);
    }
    return new Reading(cleaned.text(), onlyPreferred(), List.of(), signals);
  }

  private Locale onlyPreferred() {
    return languageOf.of("");
  }

  private Locale language(String text, List<Token> tokens, Envelope.Content content) {
    if (wishes.saysNothingElse(content.text())) {
      return oneOf(wishes.languages(content.text()), text);
    }
    return content.text().isEmpty()
        ? oneOf(lexicons.knowing(content.courtesies(), tokens), text)
        : languageOf.of(content.text());
  }

  // A word list knows the language of "ciao" better than statistics do.
  private Locale oneOf(List<Locale> knowing, String text) {
    var likely = languageOf.of(text);
    if (knowing.isEmpty() || knowing.contains(likely)) {
      return likely;
    }
    return knowing.stream()
        .filter(languageOf.preferred()::contains)
        .findFirst()
        .orElse(knowing.getFirst());
  }

  private Reading reading(
      String text, String content, Locale language, Set<Signal> signals, List<Exchange> history) {
    var words = lexicons.of(language);
    var questions =
        wishes.saysNothingElse(content) ? List.<String>of() : new Questions(words).in(content);
    if (questions.size() > 1) {
      signals.add(Signal.SEVERAL_QUESTIONS);
    }
    var joined = joined(questions, words, history);
    joined.ifPresent(question -> signals.add(Signal.FOLLOW_UP));
    return new Reading(text, language, joined.map(List::of).orElse(questions), signals);
  }

  private Optional<String> joined(List<String> questions, Lexicon words, List<Exchange> history) {
    var followUps = new FollowUps(words, earlier -> lastQuestion(earlier, words));
    return questions.size() == 1
        ? followUps.joined(questions.getFirst(), history)
        : Optional.empty();
  }

  private String lastQuestion(String earlier, Lexicon words) {
    var text = Cleaned.of(earlier).text();
    var questions =
        new Questions(words).in(new Envelope(lexicons, text, Tokens.of(text)).open().text());
    return questions.isEmpty() ? "" : questions.getLast();
  }
}
