package dev.switchboard.escalation.rules;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * When a team is at work.
 *
 * @param zone where its clock hangs
 * @param hours its hours; none means around the clock
 * @param holidays the days on which nobody works
 */
record WorkTime(ZoneId zone, List<Hours> hours, Set<LocalDate> holidays) {
  /** How far ahead is looked. */
  private static final int LONGEST_DAYS = 400;

  WorkTime {
    hours = hours.isEmpty() ? List.of(Hours.ALWAYS) : List.copyOf(hours);
    holidays = Set.copyOf(holidays);
  }

  boolean isOpen(Instant at) {
    return on(day(at)).anyMatch(span -> span.holds(at));
  }

  /** The next moment, that one included, at which it is at work; empty when it is too far ahead. */
  Optional<Instant> opens(Instant at) {
    return from(at).findFirst().map(Span::from);
  }

  /** The moment by which it will have worked for that long; empty when it is too far ahead. */
  Optional<Instant> after(Duration worked, Instant since) {
    var left = worked;
    for (var span : (Iterable<Span>) from(since)::iterator) {
      var length = Duration.between(span.from(), span.to());
      if (left.compareTo(length) <= 0) {
        return Optional.of(span.from().plus(left));
      }
      left = left.minus(length);
    }
    return Optional.empty();
  }

  // What overlaps is counted once: each stretch begins where the one before has ended.
  private Stream<Span> from(Instant at) {
    var reached = new Instant[] {at};
    return day(at)
        .datesUntil(day(at).plusDays(LONGEST_DAYS))
        .flatMap(this::on)
        .filter(span -> span.to().isAfter(reached[0]))
        .map(span -> {
          var from = span.from().isAfter(reached[0]) ? span.from() : reached[0];
          reached[0] = span.to();
          return new Span(from, span.to());
        });
  }

  private Stream<Span> on(LocalDate day) {
    return holidays.contains(day)
        ? Stream.of()
        : hours.stream()
            .filter(each -> each.days().contains(day.getDayOfWeek()))
            .map(each -> each.on(day, zone))
            .sorted(Comparator.comparing(Span::from));
  }

  private LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, zone);
  }
}
