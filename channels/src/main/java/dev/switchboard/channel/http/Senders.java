package dev.switchboard.channel.http;

import io.micronaut.context.annotation.Property;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Knows where a request comes from. That is who is at the other end of the connection, unless it is
 * one of the team's own proxies: then it is the last address in {@code X-Forwarded-For} that is
 * none of them, as what stands before it anybody may have written.
 */
@Singleton
public final class Senders {
  private static final String KEY = "switchboard.trusted-proxies";
  private static final String FORWARDED = "X-Forwarded-For";

  private final List<NetworkRange> proxies;

  /**
   * Made by the container.
   *
   * @param trustedProxies the team's own proxies, as {@code 10.0.0.0/8}
   * @throws ConfigurationException when one is no range of addresses
   */
  Senders(@Property(name = KEY, defaultValue = "") List<String> trustedProxies) {
    proxies =
        trustedProxies.stream().filter(proxy -> !proxy.isBlank()).map(Senders::range).toList();
  }

  private static NetworkRange range(String text) {
    return NetworkRange.of(text)
        .orElseThrow(() ->
            new ConfigurationException(KEY + " must be like 10.0.0.0/8, not '%s'".formatted(text)));
  }

  /** The address of whoever sent it. */
  public InetAddress of(HttpRequest<?> request) {
    var peer = request.getRemoteAddress().getAddress();
    var hops =
        request.getHeaders().getAll(FORWARDED).stream()
            .flatMap(header -> Arrays.stream(header.split(",")))
            .map(String::strip)
            .toList();
    var sender = peer;
    for (int i = hops.size() - 1; i >= 0 && isOurs(sender); i--) {
      var before = hop(hops.get(i));
      if (before.isEmpty()) {
        return sender;
      }
      sender = before.get();
    }
    return sender;
  }

  private static Optional<InetAddress> hop(String text) {
    return NetworkRange.address(text);
  }

  private boolean isOurs(InetAddress address) {
    return proxies.stream().anyMatch(range -> range.contains(address));
  }
}
