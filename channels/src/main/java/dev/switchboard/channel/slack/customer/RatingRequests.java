package dev.switchboard.channel.slack.customer;

import dev.switchboard.bot.conversation.Conversation;
import dev.switchboard.channel.slack.post.Posts;
import jakarta.inject.Singleton;

/** Has customers in Slack asked how the help was. */
@Singleton
public final class RatingRequests {
  private final Posts posts;

  RatingRequests(Posts posts) {
    this.posts = posts;
  }

  /** Asks once for each time the conversation was resolved; of others than in Slack nothing. */
  public void resolved(Conversation conversation) {
    if (conversation.channel().equals(SlackCustomers.CHANNEL)) {
      Place.of(conversation.address()).ifPresent(place -> ask(conversation, place));
    }
  }

  private void ask(Conversation conversation, Place place) {
    posts.add(
        new Posts.Draft(
            "rating/%s/%d".formatted(conversation.id(), conversation.custodyVersion()),
            place.teamId(),
            place.channelId(),
            "customer/" + place.address(),
            RatingWriter.KIND,
            conversation.id()));
  }
}
