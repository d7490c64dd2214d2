package dev.switchboard.channel.signin;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.switchboard.channel.http.Network;
import dev.switchboard.channel.http.Refusal;
import io.github.bucket4j.Bucket;
import io.micronaut.context.annotation.Property;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.time.Duration;

/** How often one network may try to get in, whatever the account. */
@Singleton
final class Attempts {
  private static final int MOST_KNOWN = 20_000;

  private final LoadingCache<String, Bucket> networks;

  Attempts(
      @Property(name = "switchboard.accounts.attempts-per-minute", defaultValue = "30")
          int perMinute) {
    networks =
        Caffeine.newBuilder()
            .maximumSize(MOST_KNOWN)
            .expireAfterAccess(Duration.ofMinutes(2))
            .build(key ->
                Bucket.builder()
                    .addLimit(limit ->
                        limit.capacity(perMinute).refillGreedy(perMinute, Duration.ofMinutes(1)))
                    .build());
  }

  /**
   * Counts an attempt.
   *
   * @throws Refusal with 429 when it is one too many
   */
  void count(HttpRequest<?> request) {
    var probe = networks.get(Network.of(request)).tryConsumeAndReturnRemaining(1);
    if (!probe.isConsumed()) {
      throw Refusal.tooMany(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }
  }
}
