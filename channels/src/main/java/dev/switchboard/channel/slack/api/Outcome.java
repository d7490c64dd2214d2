package dev.switchboard.channel.slack.api;

import java.time.Duration;

/**
 * What became of a call.
 *
 * @param <T> what Slack answers
 */
public sealed interface Outcome<T> {

  /** Slack has done it. */
  record Done<T>(T answer) implements Outcome<T> {}

  /**
   * It may succeed later.
   *
   * @param after not before that
   * @param because the reason
   * @param doubtful whether Slack may have done it all the same
   */
  record Later<T>(Duration after, String because, boolean doubtful) implements Outcome<T> {}

  /**
   * It will not succeed however often it is tried.
   *
   * @param error Slack's name of the reason, such as {@code channel_not_found}
   * @param detail more of it, may be empty
   */
  record Never<T>(String error, String detail) implements Outcome<T> {}
}
