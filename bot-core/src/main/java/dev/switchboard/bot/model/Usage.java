package dev.switchboard.bot.model;

/**
 * The tokens of a call.
 *
 * @param in sent
 * @param out answered, with hidden reasoning
 * @param cached of those sent, the ones that the provider knew from before
 * @param reasoning of those answered, the hidden ones
 * @param told whether the provider told them; else they are estimated, upwards
 */
public record Usage(long in, long out, long cached, long reasoning, boolean told) {
  private static final long AT_LEAST = 500;

  /**
   * The same, unless it cannot be: then the most that it may have been, as an estimate. Providers
   * have been seen to tell nothing at all, and a thousand times too much.
   *
   * @param mostIn the most that was sent, as estimated
   * @param mostOut the longest answer that was asked for
   */
  Usage within(long mostIn, long mostOut) {
    boolean isSilent = in == 0;
    boolean isTooMuch = in > 2 * mostIn + AT_LEAST || out > 2 * mostOut + AT_LEAST;
    return isSilent || isTooMuch
        ? new Usage(mostIn, Math.min(Math.max(out, 1), mostOut), 0, 0, false)
        : this;
  }
}
