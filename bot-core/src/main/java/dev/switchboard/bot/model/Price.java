package dev.switchboard.bot.model;

/**
 * What tokens cost, in micro-dollars per million of them.
 *
 * @param in for what is sent
 * @param out for what is answered
 */
public record Price(long in, long out) {
  private static final long MILLION = 1_000_000;

  /** From dollars per million tokens. */
  static Price dollars(double in, double out) {
    return new Price(Math.round(in * MILLION), Math.round(out * MILLION));
  }

  /** What so many tokens cost, in micro-dollars, rounded up. */
  public long of(Usage usage) {
    return of(usage.in(), usage.out());
  }

  /** What so many tokens cost, in micro-dollars, rounded up. */
  public long of(long tokensIn, long tokensOut) {
    return Math.ceilDiv(tokensIn * in + tokensOut * out, MILLION);
  }
}
