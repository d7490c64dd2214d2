package dev.switchboard.knowledge.evaluation.report;

import dev.switchboard.knowledge.evaluation.Findings;
import dev.switchboard.knowledge.evaluation.Outcome;
import java.util.List;
import java.util.Locale;

/** How long customers would have waited for the engine. */
final class Speed {

  private static final int BARS = 30;

  private Speed() {}

  static void write(Block page, Findings findings) {
    var latency = findings.latency();
    var section =
        page.section(
            "Speed",
            String.format(
                Locale.ROOT,
                "Half of all replies take at most %.1f ms, 95 %% at most %.1f ms, 99 %% at most"
                    + " %.1f ms, one at a time. Indexing the knowledge and learning from it took"
                    + " %.1f s.",
                latency.p50(),
                latency.p95(),
                latency.p99(),
                findings.indexing().toMillis() / 1_000.0));
    if (!findings.outcomes().isEmpty()) {
      histogram(section, findings.outcomes(), Chart.end(latency.p99()));
    }
  }

  // Beyond the 99th percentile a single pause of the JVM would flatten everything else.
  private static void histogram(Block section, List<Outcome> outcomes, double longest) {
    int[] counts = new int[BARS];
    for (var outcome : outcomes) {
      counts[Math.min(BARS - 1, (int) (outcome.micros() / 1_000.0 / longest * BARS))]++;
    }
    int highest = 1;
    for (int count : counts) {
      highest = Math.max(highest, count);
    }
    var chart =
        new Chart(section, longest, Chart.end(highest), "Histogram of the time replies take")
            .axes(
                "milliseconds; the last bar is everything above",
                "replies",
                Speed::millis,
                Speed::whole);
    for (int i = 0; i < BARS; i++) {
      chart.bar(longest * i / BARS, longest * (i + 1) / BARS, counts[i], counts[i] + " replies");
    }
  }

  private static String millis(double value) {
    return String.format(Locale.ROOT, value > 0 && value < 10 ? "%.1f" : "%.0f", value);
  }

  private static String whole(double value) {
    return String.format(Locale.ROOT, "%.0f", value);
  }
}
