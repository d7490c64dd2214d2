package dev.switchboard.channel.slack.desk;

import dev.switchboard.bot.conversation.Author;
import dev.switchboard.bot.conversation.Cases;
import dev.switchboard.bot.conversation.Conversations;
import dev.switchboard.bot.conversation.Turn;
import dev.switchboard.bot.store.DurableCommit;
import dev.switchboard.channel.slack.api.Workspace;
import dev.switchboard.channel.slack.post.Post;
import dev.switchboard.channel.slack.post.PostWriter;
import dev.switchboard.channel.slack.post.ThreadPoster;
import dev.switchboard.channel.slack.post.Written;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Shows in the thread what was said in the conversation: the payload is the number of a turn.
 *
 * <p>What somebody says in several messages at a time becomes one, so that a thread keeps up with a
 * fast writer at the pace Slack allows.
 */
@Singleton
final class TurnWriter implements PostWriter {
  static final String KIND = "turn";

  private static final int LONGEST = 3_500;

  private final ThreadTable threads;
  private final Conversations conversations;
  private final Cases cases;
  private final TurnBlocks blocks;
  private final ThreadPoster poster;
  private final DurableCommit commit;

  TurnWriter(
      ThreadTable threads,
      Conversations conversations,
      Cases cases,
      TurnBlocks blocks,
      ThreadPoster poster,
      DurableCommit commit) {
    this.threads = threads;
    this.conversations = conversations;
    this.cases = cases;
    this.blocks = blocks;
    this.poster = poster;
    this.commit = commit;
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
    var id = posts.getFirst().lane();
    var thread = commit.read(() -> threads.of(id));
    var line = cases.find(id);
    if (thread.isEmpty() || thread.get().rootTs() == null || line.isEmpty()) {
      return new Written.Never("the case has no thread");
    }
    var turns = together(posts);
    if (turns.isEmpty()) {
      return new Written.Needless();
    }
    var shown = blocks.of(turns, line.get().customer());
    return poster.post(
        workspace,
        posts,
        turns.size(),
        thread.get().rootTs(),
        message ->
            message
                .username(shown.name())
                .iconEmoji(shown.icon())
                .text(shown.text())
                .blocks(shown.blocks()));
  }

  /** The turns of the first posts that make one message. */
  private List<Turn> together(List<Post> posts) {
    var turns = new ArrayList<Turn>();
    int length = 0;
    for (var post : posts) {
      var turn = turn(post);
      if (turn.isEmpty()) {
        break;
      }
      length += turn.get().text().length();
      if (!turns.isEmpty() && (length > LONGEST || !goTogether(turns.getFirst(), turn.get()))) {
        break;
      }
      turns.add(turn.get());
    }
    return turns;
  }

  private static boolean goTogether(Turn first, Turn second) {
    return first.author() == Author.CUSTOMER && second.author() == Author.CUSTOMER;
  }

  private Optional<Turn> turn(Post post) {
    long seq = Long.parseLong(post.payload());
    return conversations.turnsAfter(post.lane(), seq - 1, 1).stream()
        .filter(turn -> turn.seq() == seq)
        .findFirst();
  }
}
