package dev.switchboard.channel.slack.post;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps the time between two messages in a channel.
 *
 * @see <a href="https://docs.slack.dev/apis/web-api/rate-limits">Rate limits</a>
 */
final class Pace {
  private static final int MANY = 10_000;

  private final Duration step;
  private final Clock clock;
  private final Map<String, Long> next = new ConcurrentHashMap<>();

  Pace(Duration step, Clock clock) {
    this.step = step;
    this.clock = clock;
  }

  /** How long the channel takes no further message. */
  Duration pause(String channelId) {
    long wait = next.getOrDefault(channelId, 0L) - clock.millis();
    // A clock that was set back must not silence a channel.
    return wait > Duration.ofHours(1).toMillis()
        ? Duration.ZERO
        : Duration.ofMillis(Math.max(0, wait));
  }

  /** The channel has been given a message. */
  void used(String channelId) {
    if (next.size() > MANY) {
      next.clear();
    }
    next.put(channelId, clock.millis() + step.toMillis());
  }

  /** Slack wants nothing for the channel for that long. */
  void holdBack(String channelId, Duration pause) {
    next.put(channelId, clock.millis() + pause.toMillis());
  }
}
