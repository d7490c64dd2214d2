package dev.switchboard.channel.slack.customer;

import java.util.Optional;

/**
 * Where a customer is reached in Slack.
 *
 * @param rootTs the thread, empty for a direct message outside of any
 */
record Place(String teamId, String channelId, String rootTs) {

  /** As an address of the channel. */
  String address() {
    var place = teamId + "/" + channelId;
    return rootTs.isEmpty() ? place : place + "/" + rootTs;
  }

  static Optional<Place> of(String address) {
    var parts = address.split("/", -1);
    return switch (parts.length) {
      case 2 -> Optional.of(new Place(parts[0], parts[1], ""));
      case 3 -> Optional.of(new Place(parts[0], parts[1], parts[2]));
      default -> Optional.empty();
    };
  }
}
