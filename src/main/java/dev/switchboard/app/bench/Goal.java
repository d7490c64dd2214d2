package dev.switchboard.app.bench;

/**
 * A bar that a figure is held against.
 *
 * @param name what is asked for
 * @param least whether {@code bar} is the least that is good, else the most
 * @param bar the limit, itself good
 * @param measured the figure; NaN where it could not be measured
 */
public record Goal(String name, boolean least, double bar, double measured) {

  /** A figure is not to be larger. */
  public static Goal atMost(String name, double bar, double measured) {
    return new Goal(name, false, bar, measured);
  }

  /** A figure is not to be smaller. */
  public static Goal atLeast(String name, double bar, double measured) {
    return new Goal(name, true, bar, measured);
  }

  /** Whether it was measured and is good. */
  public boolean met() {
    return least ? measured >= bar : measured <= bar;
  }
}
