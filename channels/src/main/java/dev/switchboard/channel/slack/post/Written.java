package dev.switchboard.channel.slack.post;

import dev.switchboard.channel.slack.api.Outcome;
import java.time.Duration;
import java.util.function.Function;

/** What became of posts. */
public sealed interface Written {

  /**
   * They are in Slack.
   *
   * @param count how many of them, from the first on
   * @param ts of the message they became, empty where there is none to go back to
   */
  record Sent(int count, String ts) implements Written {}

  /** Nothing has to be said any more. */
  record Needless() implements Written {}

  /**
   * It may succeed later.
   *
   * @param after not before that
   * @param because the reason
   * @param doubtful whether Slack may have taken it all the same
   */
  record Later(Duration after, String because, boolean doubtful) implements Written {}

  /** It waits for something that will happen; this was no attempt. */
  record NotYet(Duration after) implements Written {}

  /** It will not succeed. */
  record Never(String because) implements Written {}

  /** What became of a call that said so many of them. */
  static <T> Written of(Outcome<T> outcome, int count, Function<T, String> ts) {
    return switch (outcome) {
      case Outcome.Done<T>(var answer) -> new Sent(count, ts.apply(answer));
      case Outcome.Later<T>(var after, var because, var doubtful) ->
          new Later(after, because, doubtful);
      case Outcome.Never<T>(var error, var detail) ->
          new Never(detail.isEmpty() ? error : error + ": " + detail);
    };
  }
}
