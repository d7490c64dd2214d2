package dev.switchboard.channel.slack.customer;

import dev.switchboard.bot.conversation.Conversations;
import dev.switchboard.bot.conversation.Turn;
import dev.switchboard.channel.slack.api.Workspace;
import dev.switchboard.channel.slack.post.Post;
import dev.switchboard.channel.slack.post.PostWriter;
import dev.switchboard.channel.slack.post.ThreadPoster;
import dev.switchboard.channel.slack.post.Written;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Says to a customer in Slack what the bot or an agent wrote: the payload names the turn. */
@Singleton
final class CustomerWriter implements PostWriter {
  static final String KIND = "customer";

  private final Conversations conversations;
  private final CustomerBlocks blocks;
  private final ThreadPoster poster;

  CustomerWriter(Conversations conversations, CustomerBlocks blocks, ThreadPoster poster) {
    this.conversations = conversations;
    this.blocks = blocks;
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
    var post = posts.getFirst();
    var key = TurnKey.of(post.payload());
    var place =
        conversations
            .find(key.conversationId())
            .flatMap(conversation -> Place.of(conversation.address()));
    // What has no words has files, which go on their own.
    var turn = turn(key).filter(said -> !said.text().isBlank());
    if (place.isEmpty() || turn.isEmpty()) {
      return new Written.Needless();
    }
    var shown = blocks.of(turn.get());
    return poster.post(
        workspace,
        posts,
        1,
        place.get().rootTs(),
        message -> {
          message.text(shown.text()).blocks(shown.blocks());
          return shown.name().isEmpty() ? message : message.username(shown.name());
        });
  }

  private Optional<Turn> turn(TurnKey key) {
    return conversations.turnsAfter(key.conversationId(), key.seq() - 1, 1).stream()
        .filter(turn -> turn.seq() == key.seq())
        .findFirst();
  }
}
