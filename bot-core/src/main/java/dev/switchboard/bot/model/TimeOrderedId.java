package dev.switchboard.bot.model;

import java.util.UUID;

/** Ids that grow with time (RFC 9562, version 7), so that an index takes them at its end. */
final class TimeOrderedId {
  private static final int RANDOM_BITS = 16;
  private static final long VERSION = 0x7000L;
  private static final long LOW_BITS = 0x0FFFL;

  private TimeOrderedId() {}

  /** An id of that moment, in milliseconds since 1970. */
  static String of(long millis) {
    var random = UUID.randomUUID();
    long high = millis << RANDOM_BITS | VERSION | random.getMostSignificantBits() & LOW_BITS;
    return new UUID(high, random.getLeastSignificantBits()).toString();
  }
}
