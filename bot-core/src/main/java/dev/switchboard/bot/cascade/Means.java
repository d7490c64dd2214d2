package dev.switchboard.bot.cascade;

/**
 * What there is to answer with at a moment.
 *
 * @param mini whether a small model can be asked
 * @param large whether a large one can
 * @param sees whether a large one can that sees pictures
 * @param spent the share of the day's budget that is used up, 0 to 1
 */
public record Means(boolean mini, boolean large, boolean sees, double spent) {
  /** No model is set up. */
  public static final Means NONE = new Means(false, false, false, 0);

  /** All there may be, and nothing spent. */
  public static final Means ALL = new Means(true, true, true, 0);
}
