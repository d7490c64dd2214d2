package dev.switchboard.escalation.rules;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds what somebody meant to write. */
final class Nearest {
  private Nearest() {}

  /** The known word that differs least, if that is little. */
  static Optional<String> to(String written, Collection<String> known) {
    int most = Math.max(2, written.length() / 3);
    return known.stream()
        .filter(word -> distance(written, word) <= most)
        .min(Comparator.comparingInt(word -> distance(written, word)));
  }

  /** What to say behind a word that is unknown. */
  static String hint(String written, Collection<String> known) {
    return to(written, known)
        .map(word -> "; did you mean '%s'?".formatted(word))
        .orElseGet(() ->
            known.isEmpty()
                ? ""
                : "; known are " + String.join(", ", known.stream().sorted().toList()));
  }

  private static int distance(String one, String other) {
    var row = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int above = row[j];
        int swap = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(swap, 1 + Math.min(above, row[j - 1]));
        diagonal = above;
      }
    }
    return row[other.length()];
  }
}
