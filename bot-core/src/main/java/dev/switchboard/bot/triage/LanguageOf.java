package dev.switchboard.bot.triage;

import com.github.pemistahl.lingua.api.IsoCode639_1;
import com.github.pemistahl.lingua.api.Language;
import com.github.pemistahl.lingua.api.LanguageDetector;
import com.github.pemistahl.lingua.api.LanguageDetectorBuilder;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * Tells the language of a text, from the script, from the most common words and from statistics.
 *
 * <p>The statistics are loaded in the background from the moment of construction on (about a second
 * and 30 MB, shared by all instances); a call that needs them earlier waits for them. After that a
 * message takes well under a millisecond. Safe for use by many threads.
 */
public final class LanguageOf {

  /** The languages that share a script with others, as far as Lucene can analyze them. */
  private static final List<String> STATISTICAL =
      List.of(
          "ca", "cs", "da", "de", "en", "es", "et", "eu", "fi", "fr", "ga", "hu", "id", "it", "lt",
          "lv", "nb", "nl", "pl", "pt", "ro", "sv", "tr", "ar", "fa", "bg", "ru", "sr", "uk");

  /** What is looked at, in UTF-16 characters: a long text shows its language early. */
  private static final int SAMPLE = 1_000;

  /** A word of a language's own counts as much as this difference in the statistics. */
  private static final double COMMON_WORD = 0.1;

  private static final int MOST_COMMON_WORDS = 5;

  private final Supplier<Set<Locale>> preferred;
  private final Lexicons lexicons;
  private final CompletableFuture<LanguageDetector> detector;

  /**
   * Prefers the languages that the knowledge is written in where a text is short.
   *
   * @param preferred these languages; asked for each text, so it has to be quick
   */
  public LanguageOf(Supplier<Set<Locale>> preferred) {
    this(preferred, Lexicons.SHIPPED);
  }

  LanguageOf(Supplier<Set<Locale>> preferred, Lexicons lexicons) {
    this.preferred = preferred;
    this.lexicons = lexicons;
    this.detector = CompletableFuture.supplyAsync(LanguageOf::load);
  }

  private static LanguageDetector load() {
    var codes = STATISTICAL.stream().map(code -> code.toUpperCase(Locale.ROOT));
    var detector =
        LanguageDetectorBuilder.fromIsoCodes639_1(
                codes.map(IsoCode639_1::valueOf).toArray(IsoCode639_1[]::new))
            .withLowAccuracyMode()
            .build();
    // The library loads a language's statistics at the first text that needs it.
    detector.detectLanguageOf("an ordinary sentence");
    return detector;
  }

  /**
   * The language of the text, without country.
   *
   * @return Norwegian as {@code no}; {@link Locale#ROOT} when the text has no letters and the
   *     knowledge does not have just one language
   */
  public Locale of(String text) {
    var sample = text.substring(0, Math.min(text.length(), SAMPLE));
    var scripts = new Scripts(sample);
    var wanted = preferred.get();
    if (scripts.letters() == 0) {
      return wanted.size() == 1 ? bare(wanted.iterator().next()) : Locale.ROOT;
    }
    return scripts.language(wanted).orElseGet(() -> byWords(sample, scripts.letters(), wanted));
  }

  /** The languages that the knowledge is written in. */
  Set<Locale> preferred() {
    return preferred.get();
  }

  private Locale byWords(String sample, int letters, Set<Locale> wanted) {
    var tokens = Tokens.of(sample);
    double advantage = advantage(letters);
    return confidences(sample).entrySet().stream()
        .map(entry -> Map.entry(locale(entry.getKey()), entry.getValue()))
        .map(entry -> weighed(entry, tokens, prefers(wanted, entry.getKey()) ? advantage : 0))
        .max(Comparator.comparingDouble(Map.Entry::getValue))
        .map(Map.Entry::getKey)
        .orElse(Locale.ROOT);
  }

  private Map<Language, Double> confidences(String sample) {
    return detector.join().computeLanguageConfidenceValues(sample);
  }

  // The statistics are certain about a sentence and guess about a word.
  private static double advantage(int letters) {
    return letters < 15 ? 0.3 : letters < 40 ? 0.2 : 0.05;
  }

  private Map.Entry<Locale, Double> weighed(
      Map.Entry<Locale, Double> entry, List<Token> tokens, double advantage) {
    double words = COMMON_WORD * Math.min(MOST_COMMON_WORDS, commonWords(entry.getKey(), tokens));
    return Map.entry(entry.getKey(), entry.getValue() + words + advantage);
  }

  private int commonWords(Locale language, List<Token> tokens) {
    return lexicons.all().stream()
        .filter(words -> words.language().equals(language))
        .mapToInt(words -> words.of(Topic.COMMON).in(tokens).size())
        .sum();
  }

  private static boolean prefers(Set<Locale> wanted, Locale language) {
    return wanted.stream().map(LanguageOf::bare).anyMatch(language::equals);
  }

  private static Locale bare(Locale locale) {
    return Locale.of(locale.getLanguage().equals("nb") ? "no" : locale.getLanguage());
  }

  private static Locale locale(Language language) {
    return bare(Locale.of(language.getIsoCode639_1().toString()));
  }
}
