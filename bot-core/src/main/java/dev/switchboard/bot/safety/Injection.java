package dev.switchboard.bot.safety;

import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * Tells whether a text tries to instruct the model instead of asking something (prompt injection,
 * OWASP LLM01:2025).
 *
 * <p>It adds up what such texts do ({@link Mark}) and how much of them is one thing over and over,
 * which pushes instructions out of a model's sight. The weights were set on texts whose kind is
 * known; customers' questions, which hardly ever show more than one mark, decided the threshold. A
 * text that hides well is not found: what must not happen may not hang on this.
 */
public final class Injection {
  private static final double RARE = -3.2;
  private static final double OVER_AND_OVER = 4.2;
  private static final int MOST_CHARACTERS = 6_000;
  private static final int SHORTEST_REPETITION = 40;
  private static final double FULL_REPETITION = 120;
  private static final Pattern REPETITION = Pattern.compile("(.{1,24}?)\\1{7,}+", Pattern.DOTALL);

  private Injection() {}

  /** The chance, 0 to 1, that the text tries to instruct the model; takes milliseconds at most. */
  public static double chance(String text) {
    var read = text.substring(0, Math.min(text.length(), MOST_CHARACTERS));
    double marks =
        Arrays.stream(Mark.values())
            .filter(mark -> mark.isIn(read))
            .mapToDouble(Mark::weight)
            .sum();
    return 1 / (1 + Math.exp(-(RARE + marks + OVER_AND_OVER * repetition(read))));
  }

  /** Whether the text more likely does than not. */
  public static boolean isIn(String text) {
    return chance(text) > 0.5;
  }

  /** How far the text is one thing over and over, from 0 to 1. */
  private static double repetition(String text) {
    var found = REPETITION.matcher(text);
    double most = 0;
    while (found.find()) {
      int length = found.end() - found.start();
      if (length >= SHORTEST_REPETITION && !found.group(1).isBlank()) {
        most = Math.max(most, Math.min(1, length / FULL_REPETITION));
      }
    }
    return most;
  }
}
