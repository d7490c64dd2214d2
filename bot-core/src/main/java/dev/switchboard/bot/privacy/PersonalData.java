package dev.switchboard.bot.privacy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds personal data by its form, and replaces it. */
public final class PersonalData {
  private static final String NAME = "[name]";
  private static final int SHORTEST_NAME = 3;

  // The order matters: what one finder has found, the next ones do not see.
  private static final List<Finder> FINDERS =
      List.of(
          new MailAddresses(),
          new Ibans(),
          new CardNumbers(),
          new SocialSecurityNumbers(),
          new IpAddresses(),
          new PhoneNumbers());

  private PersonalData() {}

  /** All that is found in the text, in its order, without overlap. */
  public static List<Found> in(String text) {
    var found = new ArrayList<Found>();
    var rest = new StringBuilder(text);
    for (var finder : FINDERS) {
      for (var one : finder.in(rest.toString())) {
        found.add(one);
        rest.replace(one.start(), one.end(), "\n".repeat(one.length()));
      }
    }
    found.sort(Comparator.comparingInt(Found::start));
    return List.copyOf(found);
  }

  /**
   * All that is found by its form or by what stands around it, in its order, without overlap. It
   * rather finds too much.
   *
   * @param isKnown tells of a word, in lower case, whether it is nobody's own, as it stands in the
   *     team's knowledge
   */
  public static List<Found> inContext(String text, Predicate<String> isKnown) {
    var found = new ArrayList<>(in(text));
    var rest = new StringBuilder(text);
    found.forEach(one -> rest.replace(one.start(), one.end(), "\n".repeat(one.length())));
    found.addAll(ContextData.in(rest.toString(), isKnown));
    found.sort(Comparator.comparingInt(Found::start));
    return List.copyOf(found);
  }

  /** The text with a placeholder for each that is found in it. */
  public static String removed(String text) {
    var left = new StringBuilder();
    int from = 0;
    for (var one : in(text)) {
      left.append(text, from, one.start()).append(one.kind().placeholder());
      from = one.end();
    }
    return left.append(text, from, text.length()).toString();
  }

  /**
   * The text without what is found in it and without the names of somebody who is known.
   *
   * @param names their names as they are known, first and last name in one; empty ones do not count
   */
  public static String removed(String text, Collection<String> names) {
    var left = removed(text);
    for (var name : names) {
      left = without(left, name.strip());
    }
    return left;
  }

  private static String without(String text, String name) {
    if (name.isEmpty()) {
      return text;
    }
    var left = word(name, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE).replace(text);
    // Parts as they are written only: "Will" and "May" are words, too.
    for (var part : parts(name).toList()) {
      left = word(part, 0).replace(left);
    }
    return left;
  }

  private static Stream<String> parts(String name) {
    return Stream.of(name.split("[\\s,]+")).filter(part -> part.length() >= SHORTEST_NAME);
  }

  private static Word word(String word, int flags) {
    return new Word(
        Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(word) + "(?![\\p{L}\\p{N}])", flags));
  }

  private record Word(Pattern pattern) {
    String replace(String text) {
      return pattern.matcher(text).replaceAll(NAME);
    }
  }
}
