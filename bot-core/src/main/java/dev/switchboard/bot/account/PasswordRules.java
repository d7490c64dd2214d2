package dev.switchboard.bot.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which passwords may be chosen. What counts is how much of one is left when the words are taken
 * out that everybody tries first.
 */
public final class PasswordRules {
  /** The fewest characters, by code points. */
  public static final int SHORTEST = 12;

  /** The most characters, by code points. */
  public static final int LONGEST = 128;

  // What is left has to be a word of its own.
  private static final int LEAST_LEFT = 5;
  private static final int LEAST_DIFFERENT = 5;
  private static final int LEAST_OF_NAME = 4;
  private static final Pattern YEAR = Pattern.compile("(19|20)\\d\\d");
  private static final Pattern ENDS = Pattern.compile("^[^\\p{L}]{1,4}|[^\\p{L}]{1,4}$");
  private static final String DISGUISED = "0134578@$!|";
  // The digit one is an i for some and an l for others.
  private static final List<String> MEANT = List.of("oleastbasil", "oieastbasil");
  private static final List<String> WORDS = read("common-words.txt");

  private PasswordRules() {}

  /**
   * Why a password must not be chosen, if so.
   *
   * @param personal what the person and the site are called: names, addresses
   */
  public static Optional<PasswordFault> fault(String password, List<String> personal) {
    if (length(password) < SHORTEST) {
      return Optional.of(PasswordFault.TOO_SHORT);
    }
    if (length(password) > LONGEST) {
      return Optional.of(PasswordFault.TOO_LONG);
    }
    var plain = Normalizer.normalize(password, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    if (plain.chars().distinct().count() < LEAST_DIFFERENT || isLittleWithout(plain, WORDS)) {
      return Optional.of(PasswordFault.COMMON);
    }
    return isLittleWithout(plain, longestFirst(words(personal)))
        ? Optional.of(PasswordFault.PERSONAL)
        : Optional.empty();
  }

  /** Whether a password is long enough, and not too long, to be anybody's. */
  public static boolean canBe(String password) {
    return length(password) >= SHORTEST && length(password) <= LONGEST;
  }

  private static int length(String password) {
    return password.codePointCount(0, password.length());
  }

  private static boolean isLittleWithout(String plain, List<String> words) {
    return Stream.concat(Stream.of(plain), MEANT.stream().map(meant -> undisguised(plain, meant)))
        .anyMatch(text -> left(text, words) < LEAST_LEFT);
  }

  private static int left(String text, List<String> words) {
    var rest = text;
    for (var word : words) {
      rest = rest.replace(word, "");
    }
    rest = YEAR.matcher(rest).replaceAll("");
    return ENDS.matcher(rest).replaceAll("").length();
  }

  private static String undisguised(String text, String meant) {
    var plain = text;
    for (int i = 0; i < DISGUISED.length(); i++) {
      plain = plain.replace(DISGUISED.charAt(i), meant.charAt(i));
    }
    return plain;
  }

  private static Stream<String> words(List<String> personal) {
    return personal.stream()
        .map(text -> Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT))
        .flatMap(text -> Pattern.compile("[^\\p{L}\\p{N}]+").splitAsStream(text))
        .filter(word -> word.length() >= LEAST_OF_NAME);
  }

  private static List<String> longestFirst(Stream<String> words) {
    return words.sorted(Comparator.comparingInt(String::length).reversed()).toList();
  }

  private static List<String> read(String name) {
    try (var file = PasswordRules.class.getResourceAsStream(name)) {
      return longestFirst(new String(Objects.requireNonNull(file).readAllBytes(), UTF_8).lines());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
