package dev.switchboard.channel.slack.desk;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** How long a case can be put aside. */
enum Snooze {
  ONE_HOUR("1 hour") {
    @Override
    ZonedDateTime from(ZonedDateTime now) {
      return now.plusHours(1);
    }
  },
  FOUR_HOURS("4 hours") {
    @Override
    ZonedDateTime from(ZonedDateTime now) {
      return now.plusHours(4);
    }
  },
  TOMORROW("Tomorrow, 9:00") {
    @Override
    ZonedDateTime from(ZonedDateTime now) {
      return now.plusDays(1).with(MORNING);
    }
  },
  NEXT_WEEK("Monday, 9:00") {
    @Override
    ZonedDateTime from(ZonedDateTime now) {
      return now.with(TemporalAdjusters.next(DayOfWeek.MONDAY)).with(MORNING);
    }
  };

  static final List<Snooze> ALL = List.of(values());
  private static final LocalTime MORNING = LocalTime.of(9, 0);

  private final String label;

  Snooze(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }

  abstract ZonedDateTime from(ZonedDateTime now);

  /** When it ends for somebody in that zone. */
  Instant until(Instant now, ZoneId zone) {
    return from(now.atZone(zone)).truncatedTo(ChronoUnit.SECONDS).toInstant();
  }

  static Optional<Snooze> of(String name) {
    return Arrays.stream(values()).filter(snooze -> snooze.name().equals(name)).findFirst();
  }
}
