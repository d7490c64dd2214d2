package dev.switchboard.channel.http;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import java.time.Duration;

/** So many of something a minute, for each of those who ask; at most 20,000 of them are known. */
public final class Allowance {
  private static final int MOST_KNOWN = 20_000;
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final LoadingCache<String, Bucket> buckets;

  /** Allows so many at once, and as many in every minute after. */
  public Allowance(int perMinute) {
    buckets =
        Caffeine.newBuilder()
            .maximumSize(MOST_KNOWN)
            .expireAfterAccess(MINUTE.multipliedBy(2))
            .build(key ->
                Bucket.builder()
                    .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, MINUTE))
                    .build());
  }

  /**
   * Counts one.
   *
   * @param who a visitor, or a {@link Network}
   * @throws Refusal with 429 when it is one too many
   */
  public void take(String who) {
    var probe = buckets.get(who).tryConsumeAndReturnRemaining(1);
    if (!probe.isConsumed()) {
      throw Refusal.tooMany(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }
  }
}
