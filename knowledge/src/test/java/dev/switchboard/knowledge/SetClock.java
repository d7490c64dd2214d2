package dev.switchboard.knowledge;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands at the beginning of a day until it is set to another. */
final class SetClock extends Clock {
  volatile LocalDate day;

  SetClock(LocalDate day) {
    this.day = day;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Instant instant() {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
