package dev.switchboard.channel.slack.customer;

import dev.switchboard.bot.conversation.Address;
import dev.switchboard.bot.conversation.Delivery;
import dev.switchboard.bot.conversation.Outgoing;
import dev.switchboard.channel.slack.post.Posts;
import jakarta.inject.Singleton;

/**
 * Delivers to customers in Slack: puts the turn among what is to be said there, and says it is sent
 * when it is.
 */
@Singleton
final class SlackAddress implements Address {
  private final Posts posts;

  SlackAddress(Posts posts) {
    this.posts = posts;
  }

  @Override
  public String channel() {
    return SlackCustomers.CHANNEL;
  }

  @Override
  public Delivery deliver(Outgoing outgoing) {
    return Place.of(outgoing.address())
        .map(place -> deliver(place, outgoing))
        .orElseGet(() -> new Delivery.Refused("there is no such place in Slack"));
  }

  private Delivery deliver(Place place, Outgoing outgoing) {
    var key = "customer/" + outgoing.key();
    posts.add(
        new Posts.Draft(
            key,
            place.teamId(),
            place.channelId(),
            "customer/" + place.address(),
            CustomerWriter.KIND,
            outgoing.key()));
    return switch (posts.state(key)) {
      case PENDING -> new Delivery.TryLater("Slack has not taken it yet");
      case DONE -> new Delivery.Sent();
      case DEAD -> new Delivery.Refused(posts.trouble(key));
    };
  }
}
