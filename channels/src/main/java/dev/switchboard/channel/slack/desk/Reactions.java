package dev.switchboard.channel.slack.desk;

import com.slack.api.methods.response.reactions.ReactionsAddResponse;
import dev.switchboard.bot.conversation.Deliveries;
import dev.switchboard.bot.conversation.Deliveries.State;
import dev.switchboard.channel.slack.api.Outcome;
import dev.switchboard.channel.slack.api.SlackApi;
import dev.switchboard.channel.slack.api.Workspace;
import dev.switchboard.channel.slack.post.Post;
import dev.switchboard.channel.slack.post.PostWriter;
import dev.switchboard.channel.slack.post.Posts;
import dev.switchboard.channel.slack.post.Written;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;

/**
 * Marks agents' messages: kept as a note, delivered, or not delivered. The payload is the message
 * and, for what goes to a customer, the turn it became.
 */
@Singleton
final class Reactions implements PostWriter {
  static final String KIND = "reaction";

  private static final String NOTED = "memo";
  private static final String DELIVERED = "white_check_mark";
  private static final String FAILED = "warning";
  private static final Duration SOON = Duration.ofMillis(500);

  private final SlackApi api;
  private final Deliveries deliveries;
  private final Posts posts;

  Reactions(SlackApi api, Deliveries deliveries, Posts posts) {
    this.api = api;
    this.deliveries = deliveries;
    this.posts = posts;
  }

  /** Marks the message as kept for the team. */
  void noted(Said said) {
    add(said, "noted", said.ts() + " 0");
  }

  /** Marks the message as delivered, as soon as it is, or as lost. */
  void sent(Said said, long seq) {
    add(said, "sent", said.ts() + " " + seq);
  }

  private void add(Said said, String what, String payload) {
    posts.add(
        new Posts.Draft(
            "reaction/%s/%s/%s".formatted(what, said.channelId(), said.ts()),
            said.teamId(),
            said.channelId(),
            // Not the thread's lane: a delivery that takes long holds nothing up.
            "reaction/" + said.conversationId() + "/" + said.ts(),
            KIND,
            payload + " " + said.conversationId()));
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public boolean isPaced() {
    return false;
  }

  @Override
  public Written write(Workspace workspace, List<Post> waiting) {
    var post = waiting.getFirst();
    var parts = post.payload().split(" ", 3);
    long seq = Long.parseLong(parts[1]);
    if (seq == 0) {
      return react(workspace, post, parts[0], NOTED);
    }
    return switch (deliveries.of(parts[2], seq)) {
      case State.PENDING -> new Written.NotYet(SOON);
      case State.DELIVERED -> react(workspace, post, parts[0], DELIVERED);
      case State.DEAD -> react(workspace, post, parts[0], FAILED);
    };
  }

  private Written react(Workspace workspace, Post post, String ts, String name) {
    var outcome =
        api.call(
            workspace.token(),
            methods ->
                methods.reactionsAdd(
                    asks -> asks.channel(post.channelId()).timestamp(ts).name(name)));
    return outcome instanceof Outcome.Never<ReactionsAddResponse>(var error, _)
            && error.equals("already_reacted")
        ? new Written.Needless()
        : Written.of(outcome, 1, (ReactionsAddResponse _) -> "");
  }
}
