package dev.switchboard.knowledge.evaluation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Multi-class Matthews correlation between what was expected and what was decided. */
final class Matthews {

  private static final String NOTHING = "-";

  private Matthews() {}

  /** From -1 to 1; 0 when all was decided, or expected, alike. */
  static double of(List<Outcome> outcomes) {
    Map<String, Long> expected = new HashMap<>();
    Map<String, Long> decided = new HashMap<>();
    long right = 0;
    for (var outcome : outcomes) {
      var decision = outcome.answered() ? outcome.shown() : NOTHING;
      var truth = truth(outcome, decision);
      expected.merge(truth, 1L, Long::sum);
      decided.merge(decision, 1L, Long::sum);
      right += truth.equals(decision) ? 1 : 0;
    }
    return correlation(right, outcomes.size(), expected, decided);
  }

  /** Where several articles are right, the one that was given counts as the expected one. */
  private static String truth(Outcome outcome, String decision) {
    var expected = outcome.question().expected();
    if (expected.isEmpty()) {
      return NOTHING;
    }
    return expected.contains(decision)
        ? decision
        : expected.stream().sorted().findFirst().orElse(NOTHING);
  }

  private static double correlation(
      long right, long n, Map<String, Long> expected, Map<String, Long> decided) {
    double both = 0;
    for (var entry : expected.entrySet()) {
      both += (double) entry.getValue() * decided.getOrDefault(entry.getKey(), 0L);
    }
    double spread =
        Math.sqrt((double) n * n - squares(expected))
            * Math.sqrt((double) n * n - squares(decided));
    return spread == 0 ? 0 : ((double) right * n - both) / spread;
  }

  private static double squares(Map<String, Long> counts) {
    return counts.values().stream().mapToDouble(count -> (double) count * count).sum();
  }
}
