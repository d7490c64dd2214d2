package dev.switchboard.knowledge.evaluation.report;

import java.util.List;
import java.util.Locale;

/** An SVG chart whose axes both begin at zero. */
final class Chart {

  private static final double LEFT = 52;
  private static final double TOP = 28;
  private static final double WIDTH = 480;
  private static final double HEIGHT = 250;
  private static final int TICKS = 5;
  private static final List<Double> ROUND =
      List.of(1.0, 1.2, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0);

  private final Block svg;
  private final double right;
  private final double top;

  /**
   * An empty chart.
   *
   * @param right the value at the right end of the horizontal axis
   * @param top the value at the upper end of the vertical axis
   * @param title what it shows, for those who cannot see it
   */
  Chart(Block place, double right, double top, String title) {
    this.right = right;
    this.top = top;
    svg =
        place
            .in("svg", "chart")
            .attr("viewBox", "0 0 560 336")
            .attr("role", "img")
            .attr("aria-label", title);
  }

  /** The axes with their titles and lines for reading values. */
  Chart axes(String across, String up, Axis bottom, Axis side) {
    for (int i = 0; i <= TICKS; i++) {
      double x = right * i / TICKS;
      double y = top * i / TICKS;
      line("grid", 0, y, right, y);
      label("tick end", LEFT - 8, y(y) + 4, side.label(y));
      label("tick middle", x(x), TOP + HEIGHT + 18, bottom.label(x));
    }
    label("axis middle", LEFT + WIDTH / 2, TOP + HEIGHT + 42, across);
    label("axis", 4, 11, up);
    return this;
  }

  /** How a value is written at an axis. */
  interface Axis {
    String label(double value);

    /** As a percentage of one. */
    static String percent(double share) {
      return String.format(Locale.ROOT, "%.0f %%", 100 * share);
    }
  }

  /** The end of an axis that shows all values up to the given one and has round numbers on it. */
  static double end(double most) {
    double step = most / TICKS;
    double power = Math.pow(10, Math.floor(Math.log10(step)));
    return TICKS
        * power
        * ROUND.stream().filter(each -> each * power >= step).findFirst().orElse(10.0);
  }

  /** The end of an axis that shows counts up to the given one. */
  static double end(int most) {
    int step = Math.ceilDiv(most, TICKS);
    return step < 10 ? TICKS * step : end((double) TICKS * step);
  }

  /** A line from point to point, each {x, y}. */
  void curve(Iterable<double[]> points) {
    var path = new StringBuilder();
    for (var point : points) {
      path.append(path.isEmpty() ? "M" : "L")
          .append(String.format(Locale.ROOT, "%.1f %.1f ", x(point[0]), y(point[1])));
    }
    svg.in("path", "curve").attr("d", path.toString().strip());
  }

  void line(String style, double fromX, double fromY, double toX, double toY) {
    svg.in("line", style)
        .attr("x1", x(fromX))
        .attr("y1", y(fromY))
        .attr("x2", x(toX))
        .attr("y2", y(toY));
  }

  /** A bar from the bottom up. */
  void bar(double fromX, double toX, double height, String meaning) {
    svg.in("rect", "bar")
        .attr("x", x(fromX) + 1)
        .attr("y", y(height))
        .attr("width", Math.max(1, x(toX) - x(fromX) - 2))
        .attr("height", TOP + HEIGHT - y(height))
        .text("title", "", meaning);
  }

  /** A point, its size in pixels. */
  void dot(String style, double x, double y, double radius, String meaning) {
    svg.in("circle", style)
        .attr("cx", x(x))
        .attr("cy", y(y))
        .attr("r", radius)
        .text("title", "", meaning);
  }

  /** A line from top to bottom with words beside it, on the given row from the top. */
  void mark(String style, double x, int row, String words) {
    line("mark " + style, x, 0, x, top);
    boolean turned = x > right * 0.6;
    label(
        (turned ? "note end " : "note ") + style,
        x(x) + (turned ? -6 : 6),
        TOP + 12 + 16.0 * row,
        words);
  }

  private void label(String style, double x, double y, String words) {
    var text = svg.in("text", style).attr("x", x).attr("y", y);
    text.text("tspan", "", words);
  }

  private double x(double value) {
    return LEFT + WIDTH * Math.clamp(value / right, 0, 1);
  }

  private double y(double value) {
    return TOP + HEIGHT * (1 - Math.clamp(value / top, 0, 1));
  }
}
