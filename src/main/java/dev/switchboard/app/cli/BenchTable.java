package dev.switchboard.app.cli;

import dev.switchboard.app.bench.Figure;
import dev.switchboard.app.bench.Goal;
import dev.switchboard.app.bench.Section;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Figures for the terminal, each as soon as it is known, and the goals at the end. */
final class BenchTable {

  private final PrintWriter out;
  private @Nullable Section section;

  BenchTable(PrintWriter out) {
    this.out = out;
  }

  void line(Figure figure) {
    if (figure.section() != section) {
      section = figure.section();
      out.printf("%n%s%n", figure.section().name().toLowerCase(Locale.ROOT));
    }
    out.printf(
        Locale.ROOT,
        "  %10s %-10s %s  (%s)%n",
        number(figure.value()),
        figure.unit(),
        figure.name(),
        figure.method());
    out.flush();
  }

  void goals(List<Goal> goals) {
    if (!goals.isEmpty()) {
      out.printf("%ngoals%n  %10s %12s  %-4s %s%n", "measured", "goal", "met", "");
      goals.forEach(this::goal);
      out.flush();
    }
  }

  private void goal(Goal goal) {
    out.printf(
        "  %10s %12s  %-4s %s%n",
        number(goal.measured()),
        (goal.least() ? ">= " : "<= ") + number(goal.bar()),
        Double.isNaN(goal.measured()) ? "-" : goal.met() ? "yes" : "NO",
        goal.name());
  }

  /** Three digits that mean something. */
  static String number(double value) {
    if (Double.isNaN(value)) {
      return "-";
    }
    int digits = value == 0 ? 0 : (int) Math.floor(Math.log10(Math.abs(value)));
    return String.format(Locale.ROOT, "%,." + Math.clamp(2L - digits, 0, 9) + "f", value);
  }
}
