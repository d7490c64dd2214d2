package dev.switchboard.app.cli;

import java.util.Locale;

/** Figures for the terminal: groups of lines, each a value with its name and what it means. */
final class EvalTable {

  private final StringBuilder text = new StringBuilder();

  /** Begins a group. */
  void group(String title) {
    text.append(text.isEmpty() ? "" : "\n").append(title).append('\n');
  }

  /** A figure: its name as in the JSON, its value, and what it means. */
  void line(String name, String value, String meaning) {
    text.append(String.format(Locale.ROOT, "  %10s  %-22s%s%n", value, name, meaning));
  }

  /** A sentence within the group. */
  void remark(String sentence) {
    text.append("  ").append(sentence).append('\n');
  }

  String text() {
    return text.toString();
  }

  /** A share, 0 to 1, as a percentage; a dash where there was nothing to take a share of. */
  static String share(double value) {
    return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.1f %%", 100 * value);
  }

  /** A number with three decimals; a dash where there is none. */
  static String number(double value) {
    return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.3f", value);
  }

  /** A number with one decimal; a dash where there is none. */
  static String tenths(double value) {
    return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.1f", value);
  }
}
