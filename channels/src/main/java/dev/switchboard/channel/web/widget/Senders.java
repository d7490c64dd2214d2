package dev.switchboard.channel.web.widget;

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
final class Senders {
  private static final String FORWARDED = "X-Forwarded-For";

  private final List<NetworkRange> proxies;

  Senders(WidgetSettings settings) {
    proxies = settings.trustedProxies().stream().map(Senders::range).toList();
  }

  private static NetworkRange range(String text) {
    return NetworkRange.of(text)
        .orElseThrow(() ->
            new ConfigurationException(
                "switchboard.widget.trusted-proxies must be like 10.0.0.0/8, not '%s'"
                    .formatted(text)));
  }

  InetAddress of(HttpRequest<?> request) {
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
