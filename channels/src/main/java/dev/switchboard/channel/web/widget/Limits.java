package dev.switchboard.channel.web.widget;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.switchboard.channel.http.Network;
import dev.switchboard.channel.http.Refusal;
import io.github.bucket4j.Bucket;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.time.Duration;

/**
 * How much one visitor and one network may send. An IPv6 address counts as its network of 64 bits:
 * whoever has one has all of it. Whoever makes up new visitors has no more of anything than their
 * network has.
 */
@Singleton
final class Limits {
  static final int MESSAGES_A_MINUTE = 20;

  // Of a network: so many times fewer than requests of any kind.
  private static final int REQUESTS_PER_SESSION = 4;
  private static final int REQUESTS_PER_MESSAGE = 2;
  private static final int MOST_KNOWN = 20_000;

  private final LoadingCache<String, Bucket> visitors = buckets(MESSAGES_A_MINUTE);
  private final LoadingCache<String, Bucket> requests;
  private final LoadingCache<String, Bucket> sessions;
  private final LoadingCache<String, Bucket> messages;

  private final Senders senders;

  Limits(WidgetSettings settings, Senders senders) {
    this.senders = senders;
    int perMinute = settings.requestsPerMinute();
    requests = buckets(perMinute);
    sessions = buckets(Math.max(1, perMinute / REQUESTS_PER_SESSION));
    messages = buckets(Math.max(1, perMinute / REQUESTS_PER_MESSAGE));
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
    countRequest(senders.of(request));
  }

  void countRequest(InetAddress address) {
    take(requests.get(Network.of(address)));
  }

  /**
   * Counts a session that is asked for.
   *
   * @throws Refusal with 429 when it is one too many
   */
  void countSession(HttpRequest<?> request) {
    countSession(senders.of(request));
  }

  void countSession(InetAddress address) {
    take(sessions.get(Network.of(address)));
  }

  /**
   * Counts a message, or a file.
   *
   * @throws Refusal with 429 when it is one too many
   */
  void countMessage(HttpRequest<?> request, Visitor visitor) {
    countMessage(senders.of(request), visitor);
  }

  void countMessage(InetAddress address, Visitor visitor) {
    take(visitors.get(visitor.id()));
    take(messages.get(Network.of(address)));
  }

  private static void take(Bucket bucket) {
    var probe = bucket.tryConsumeAndReturnRemaining(1);
    if (!probe.isConsumed()) {
      throw Refusal.tooMany(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }
  }
}
