package dev.switchboard.channel.web.widget;

import dev.switchboard.channel.http.Allowance;
import dev.switchboard.channel.http.Network;
import dev.switchboard.channel.http.Refusal;
import dev.switchboard.channel.http.Senders;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.net.InetAddress;

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

  private final Allowance visitors = new Allowance(MESSAGES_A_MINUTE);
  private final Allowance requests;
  private final Allowance sessions;
  private final Allowance messages;
  private final Senders senders;

  Limits(WidgetSettings settings, Senders senders) {
    this.senders = senders;
    int perMinute = settings.requestsPerMinute();
    requests = new Allowance(perMinute);
    sessions = new Allowance(Math.max(1, perMinute / REQUESTS_PER_SESSION));
    messages = new Allowance(Math.max(1, perMinute / REQUESTS_PER_MESSAGE));
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
    requests.take(Network.of(address));
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
    sessions.take(Network.of(address));
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
    visitors.take(visitor.id());
    messages.take(Network.of(address));
  }
}
