package dev.switchboard.channel.slack.customer;

import dev.switchboard.bot.conversation.Address;
import dev.switchboard.bot.conversation.Attachment;
import dev.switchboard.bot.conversation.Attachments;
import dev.switchboard.bot.conversation.Delivery;
import dev.switchboard.bot.conversation.Outgoing;
import dev.switchboard.channel.slack.post.Posts;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/**
 * Delivers to customers in Slack: puts the turn among what is to be said there, and says it is sent
 * when it is.
 */
@Singleton
final class SlackAddress implements Address {
  private final Posts posts;
  private final Attachments attachments;

  SlackAddress(Posts posts, Attachments attachments) {
    this.posts = posts;
    this.attachments = attachments;
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
    add(place, key, CustomerWriter.KIND, outgoing.key());
    var keys = new ArrayList<>(List.of(key));
    for (var file : files(outgoing)) {
      var fileKey = key + "/" + file.id();
      add(place, fileKey, CustomerFileWriter.KIND, CustomerFileWriter.payload(file.id(), place));
      keys.add(fileKey);
    }
    var dead = keys.stream().filter(each -> posts.state(each) == Posts.State.DEAD).findFirst();
    if (dead.isPresent()) {
      return new Delivery.Refused(posts.trouble(dead.get()));
    }
    return keys.stream().allMatch(each -> posts.state(each) == Posts.State.DONE)
        ? new Delivery.Sent()
        : new Delivery.TryLater("Slack has not taken it yet");
  }

  private List<Attachment> files(Outgoing outgoing) {
    var turn = TurnKey.of(outgoing.key());
    return attachments.of(turn.conversationId()).getOrDefault(turn.seq(), List.of());
  }

  private void add(Place place, String key, String kind, String payload) {
    posts.add(
        new Posts.Draft(
            key, place.teamId(), place.channelId(), "customer/" + place.address(), kind, payload));
  }
}
