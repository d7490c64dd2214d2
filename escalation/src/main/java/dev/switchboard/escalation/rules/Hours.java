package dev.switchboard.escalation.rules;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The same hours on some days of the week, as {@code mon-fri 09:00-18:00}.
 *
 * @param days the days
 * @param from when they begin, in minutes after midnight
 * @param to when they end, likewise, exclusive; 1,440 for midnight
 */
record Hours(Set<DayOfWeek> days, int from, int to) {
  static final Hours ALWAYS = new Hours(EnumSet.allOf(DayOfWeek.class), 0, 24 * 60);

  private static final Pattern FORM =
      Pattern.compile("([a-z,\\- ]+?) +(\\d{1,2}):(\\d{2}) *- *(\\d{1,2}):(\\d{2})");
  private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");

  Hours {
    days = Set.copyOf(days);
  }

  /**
   * Reads the hours.
   *
   * @throws IllegalArgumentException when they cannot be understood, and says why
   */
  static Hours of(String text) {
    var match = FORM.matcher(text.toLowerCase(Locale.ROOT));
    if (!match.matches()) {
      throw new IllegalArgumentException(
          "hours are written as 'mon-fri 09:00-18:00', not '%s'".formatted(text));
    }
    int from = minutes(match.group(2), match.group(3));
    int to = minutes(match.group(4), match.group(5));
    if (to <= from) {
      throw new IllegalArgumentException(
          "the hours must end after they begin; those past midnight are written as two");
    }
    return new Hours(days(match.group(1)), from, to);
  }

  private static int minutes(String hour, String minute) {
    int minutes = Integer.parseInt(hour) * 60 + Integer.parseInt(minute);
    if (minutes > 24 * 60 || Integer.parseInt(minute) > 59) {
      throw new IllegalArgumentException("there is no time %s:%s".formatted(hour, minute));
    }
    return minutes;
  }

  private static Set<DayOfWeek> days(String text) {
    var days = EnumSet.noneOf(DayOfWeek.class);
    for (var span : text.strip().split(" *, *")) {
      var ends = span.split(" *- *", 2);
      var last = day(ends[ends.length - 1]);
      for (var day = day(ends[0]); days.add(day) && day != last; day = day.plus(1)) {
        // Goes on over Sunday, as in "sat-mon".
      }
      days.add(last);
    }
    return days;
  }

  private static DayOfWeek day(String name) {
    int at = DAYS.indexOf(name);
    if (at < 0) {
      throw new IllegalArgumentException(
          "a day is one of %s, not '%s'".formatted(String.join(", ", DAYS), name));
    }
    return DayOfWeek.of(at + 1);
  }

  /** The hours on a day of the week they hold on. */
  Span on(LocalDate day, ZoneId zone) {
    return new Span(Span.moment(day, from, zone), Span.moment(day, to, zone));
  }
}
