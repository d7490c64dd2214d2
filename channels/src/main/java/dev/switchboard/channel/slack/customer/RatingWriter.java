package dev.switchboard.channel.slack.customer;

import dev.switchboard.bot.conversation.Conversations;
import dev.switchboard.bot.conversation.Opinions;
import dev.switchboard.channel.slack.api.Workspace;
import dev.switchboard.channel.slack.post.Post;
import dev.switchboard.channel.slack.post.PostWriter;
import dev.switchboard.channel.slack.post.ThreadPoster;
import dev.switchboard.channel.slack.post.Written;
import jakarta.inject.Singleton;
import java.util.List;

/** Asks a customer in Slack how the help was, while it can be said. */
@Singleton
final class RatingWriter implements PostWriter {
  static final String KIND = "ask-rating";

  private final Conversations conversations;
  private final Opinions opinions;
  private final ThreadPoster poster;

  RatingWriter(Conversations conversations, Opinions opinions, ThreadPoster poster) {
    this.conversations = conversations;
    this.opinions = opinions;
    this.poster = poster;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public boolean isPaced() {
    return true;
  }

  @Override
  public Written write(Workspace workspace, List<Post> posts) {
    var id = posts.getFirst().payload();
    var place = conversations.find(id).flatMap(found -> Place.of(found.address()));
    if (place.isEmpty() || !opinions.canRate(id)) {
      return new Written.Needless();
    }
    return poster.post(
        workspace,
        posts,
        1,
        place.get().rootTs(),
        message -> message.text("How was the help you got?").blocks(CustomerBlocks.rating(id)));
  }
}
