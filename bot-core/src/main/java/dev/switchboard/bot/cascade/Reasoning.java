package dev.switchboard.bot.cascade;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Tells by words whether a question has to be thought through: comparisons, conditions that meet,
 * sums, and advice on what fits somebody's case.
 */
public final class Reasoning {
  private static final int FEW_WORDS = 5;
  private static final int LONG_STORY = 60;
  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

  private static final List<Pattern> SIGNS =
      List.of(
          // English
          sign("difference between|compared? (to|with)|versus|\\bvs\\b|better (than|for me|to)"),
          sign("which (one|plan|of (them|these|the))[^?]*(should|better|best|suits?|fits?)"),
          sign("what happens (if|when) [^?]*\\b(but|and|while|although)\\b"),
          sign("\\bif\\b[^?.]*\\b(but|although|even though|as well|at the same time)\\b[^?.]*"),
          sign("how much (would|will|do|does)[^?]*\\b(in total|altogether|together|if|with)\\b"),
          sign(
              "should i (rather|instead|choose|take|pick|wait or)|is it worth|depends? on whether"),
          // German
          sign("unterschied zwischen|im vergleich|besser als|welche[rs]? [^?]*(besser|am besten)"),
          sign("\\bwenn\\b[^?.]*\\b(aber|obwohl|gleichzeitig|trotzdem)\\b"),
          sign("wie ?viel [^?]*\\b(insgesamt|zusammen|wenn)\\b|soll(te)? ich (lieber|besser)"),
          // French, Spanish, Italian, Dutch, Portuguese
          sign("diff[ée]rence entre|mieux que|au total|\\bsi\\b[^?.]*\\bmais\\b"),
          sign("diferencia entre|mejor que|en total|\\bsi\\b[^?.]*\\bpero\\b"),
          sign("differenza tra|meglio di|in totale|\\bse\\b[^?.]*\\bma\\b"),
          sign("verschil tussen|beter dan|in totaal|\\bals\\b[^?.]*\\bmaar\\b"),
          sign("diferença entre|melhor (do )?que|no total|\\bse\\b[^?.]*\\bmas\\b"));

  private Reasoning() {}

  private static Pattern sign(String words) {
    return Pattern.compile("(?<![\\p{L}])(" + words + ")", FLAGS);
  }

  /** Whether the question needs it. */
  public static boolean isNeeded(String question) {
    var words = question.strip().toLowerCase(Locale.ROOT).split("\\s+", LONG_STORY + 1);
    return words.length > LONG_STORY
        || (words.length >= FEW_WORDS
            && SIGNS.stream().anyMatch(sign -> sign.matcher(question).find()));
  }
}
