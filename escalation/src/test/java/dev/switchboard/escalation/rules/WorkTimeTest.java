package dev.switchboard.escalation.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Time of work, by the clock on the wall. */
class WorkTimeTest {
  private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

  private static WorkTime in(ZoneId zone, String... hours) {
    return new WorkTime(zone, Stream.of(hours).map(Hours::of).toList(), Set.of());
  }

  private static Instant at(ZoneId zone, String local) {
    return LocalDateTime.parse(local).atZone(zone).toInstant();
  }

  @Test
  void countsOnlyTheHoursOfWork() {
    var office = in(MADRID, "mon-fri 09:00-17:00");
    var friday = at(MADRID, "2026-11-27T16:30");

    assertThat(office.after(Duration.ofHours(1), friday)).contains(at(MADRID, "2026-11-30T09:30"));
    assertThat(office.after(Duration.ofMinutes(30), friday))
        .contains(at(MADRID, "2026-11-27T17:00"));
    assertThat(office.isOpen(friday)).isTrue();
    assertThat(office.isOpen(at(MADRID, "2026-11-27T17:00"))).isFalse();
    assertThat(office.opens(at(MADRID, "2026-11-28T12:00")))
        .contains(at(MADRID, "2026-11-30T09:00"));
  }

  @Test
  void keepsToTheWallWhenClocksAreSetForward() {
    // At 2:00 it becomes 3:00.
    var early = in(MADRID, "sun 00:00-08:00");

    assertThat(early.after(Duration.ofHours(7), at(MADRID, "2026-03-29T00:00")))
        .contains(at(MADRID, "2026-03-29T08:00"));
  }

  @Test
  void keepsToTheWallWhenClocksAreSetBack() {
    // At 2:00 it becomes 1:00.
    var early = in(NEW_YORK, "sun 00:00-08:00");

    assertThat(early.after(Duration.ofHours(9), at(NEW_YORK, "2026-11-01T00:00")))
        .contains(at(NEW_YORK, "2026-11-01T08:00"));
    assertThat(early.opens(at(NEW_YORK, "2026-11-01T09:00")))
        .contains(at(NEW_YORK, "2026-11-08T00:00"));
  }

  @Test
  void restsOnHolidays() {
    var office =
        new WorkTime(
            MADRID,
            List.of(Hours.of("mon-fri 09:00-17:00")),
            Set.of(LocalDate.parse("2026-12-25")));

    assertThat(office.isOpen(at(MADRID, "2026-12-25T10:00"))).isFalse();
    assertThat(office.after(Duration.ofHours(2), at(MADRID, "2026-12-24T16:00")))
        .contains(at(MADRID, "2026-12-28T10:00"));
  }

  @Test
  void isAlwaysThereWithoutHours() {
    var always = in(MADRID);
    var night = at(MADRID, "2026-03-28T23:30");

    assertThat(always.isOpen(night)).isTrue();
    assertThat(always.after(Duration.ofHours(10), night))
        .contains(night.plus(Duration.ofHours(10)));
  }

  @Test
  void countsOnceWhatOverlaps() {
    var twice = in(MADRID, "mon 09:00-12:00", "mon 10:00-13:00");

    assertThat(twice.after(Duration.ofHours(4), at(MADRID, "2026-11-30T08:00")))
        .contains(at(MADRID, "2026-11-30T13:00"));
  }

  @Test
  void neverEndsWhereNobodyEverWorks() {
    var closed =
        new WorkTime(
            MADRID, List.of(Hours.of("mon 09:00-09:01")), Set.of(LocalDate.parse("2026-11-30")));

    assertThat(closed.after(Duration.ofDays(30), at(MADRID, "2026-11-27T09:00"))).isEmpty();
  }
}
