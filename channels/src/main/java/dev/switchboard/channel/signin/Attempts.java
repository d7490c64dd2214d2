package dev.switchboard.channel.signin;

import dev.switchboard.channel.http.Allowance;
import dev.switchboard.channel.http.Network;
import dev.switchboard.channel.http.Refusal;
import dev.switchboard.channel.http.Senders;
import io.micronaut.context.annotation.Property;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;

/** How often one network may try to get in, whatever the account. */
@Singleton
final class Attempts {
  private final Allowance networks;
  private final Senders senders;

  Attempts(
      @Property(name = "switchboard.accounts.attempts-per-minute", defaultValue = "30")
          int perMinute,
      Senders senders) {
    networks = new Allowance(perMinute);
    this.senders = senders;
  }

  /**
   * Counts an attempt.
   *
   * @return the network it comes from
   * @throws Refusal with 429 when it is one too many
   */
  String count(HttpRequest<?> request) {
    var network = Network.of(senders.of(request));
    networks.take(network);
    return network;
  }
}
