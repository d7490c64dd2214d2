package dev.switchboard.knowledge.article;

import java.time.LocalDate;

/**
 * The days on which an article may be shown, both included.
 *
 * @param from the first day, {@link LocalDate#MIN} for no beginning
 * @param until the last day, {@link LocalDate#MAX} for no end
 */
public record Validity(LocalDate from, LocalDate until) {

  /** No beginning and no end. */
  public static final Validity ALWAYS = new Validity(LocalDate.MIN, LocalDate.MAX);

  public Validity {
    if (until.isBefore(from)) {
      throw new IllegalArgumentException("valid until " + until + " is before " + from);
    }
  }

  /** Whether the day is one of them. */
  public boolean includes(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(until);
  }
}
