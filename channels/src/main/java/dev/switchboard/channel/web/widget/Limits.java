package dev.switchboard.channel.web.widget;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.switchboard.channel.http.Network;
import dev.switchboard.channel.http.Refusal;
import io.github.bucket4j.Bucket;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.time.Duration;

/**
 * How much one visitor and one address may send. An IPv6 address counts as its network of 64 bits:
 * whoever has one has all of it. What a proxy says of addresses is not believed.
 */
@Singleton
final class Limits {
  static final int MESSAGES_A_MINUTE = 20;
  private static final int MOST_KNOWN = 100_000;

  private final LoadingCache<String, Bucket> visitors = buckets(MESSAGES_A_MINUTE);
  private final LoadingCache<String, Bucket> addresses;

  Limits(WidgetSettings settings) {
    addresses = buckets(settings.requestsPerMinute());
  }

  private static LoadingCache<String, Bucket> buckets(int perMinute) {
    return Caffeine.newBuilder()
        .maximumSize(MOST_KNOWN)
        .expireAfterAccess(Duration.ofMinutes(2))
        .build(key ->
            Bucket.builder()
                .addLimit(limit ->
                    limit.capacity(perMinute).refillGreedy(perMinute, Duration.ofMinutes(1)))
                .build());
  }

  /**
   * Counts a request that stores something.
   *
   * @throws Refusal with 429 when it is one too many
   */
  void count(HttpRequest<?> request) {
    take(addresses.get(Network.of(request)));
  }

  /**
   * Counts a message.
   *
   * @throws Refusal with 429 when it is one too many
   */
  void count(Visitor visitor) {
    take(visitors.get(visitor.id()));
  }

  private static void take(Bucket bucket) {
    var probe = bucket.tryConsumeAndReturnRemaining(1);
    if (!probe.isConsumed()) {
      throw Refusal.tooMany(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }
  }
}
