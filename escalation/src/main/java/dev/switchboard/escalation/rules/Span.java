package dev.switchboard.escalation.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * A stretch of time.
 *
 * @param from its first moment
 * @param to its end, exclusive
 */
record Span(Instant from, Instant to) {
  private static final int MIDNIGHT = 24 * 60;

  // By the clock on the wall: on the days on which it is changed, an hour more or less passes.
  static Instant moment(LocalDate day, int minutes, ZoneId zone) {
    var local =
        minutes == MIDNIGHT
            ? day.plusDays(1).atStartOfDay()
            : day.atTime(LocalTime.ofSecondOfDay(minutes * 60L));
    return local.atZone(zone).toInstant();
  }

  boolean holds(Instant at) {
    return !at.isBefore(from) && at.isBefore(to);
  }
}
