package dev.switchboard.channel.slack.desk;

import dev.switchboard.bot.conversation.CaseFile;
import dev.switchboard.bot.conversation.Cases;
import dev.switchboard.bot.conversation.Chore;
import dev.switchboard.bot.conversation.Custody;
import dev.switchboard.bot.store.DurableCommit;
import dev.switchboard.channel.slack.api.SlackSettings;
import dev.switchboard.channel.slack.api.Workspace;
import dev.switchboard.channel.slack.api.Workspaces;
import dev.switchboard.channel.slack.post.Posts;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;

/**
 * Keeps the threads in Slack as the conversations are: each case gets a card, its thread what is
 * said and done.
 *
 * <p>It compares a conversation with what its thread was told, and adds what is missing in one
 * transaction with the note that it was told. So nothing is told twice or forgotten, wherever a
 * process stops.
 */
@Singleton
final class CaseThreads implements Chore {
  private static final int MOST_AT_ONCE = 50;

  private final SlackSettings settings;
  private final Workspaces workspaces;
  private final Channels channels;
  private final DurableCommit commit;
  private final ThreadTable threads;
  private final Cases cases;
  private final News news;
  private final Posts posts;
  private final Clock clock;

  CaseThreads(
      SlackSettings settings,
      Workspaces workspaces,
      Channels channels,
      DurableCommit commit,
      ThreadTable threads,
      Cases cases,
      News news,
      Posts posts,
      Clock clock) {
    this.settings = settings;
    this.workspaces = workspaces;
    this.channels = channels;
    this.commit = commit;
    this.threads = threads;
    this.cases = cases;
    this.news = news;
    this.posts = posts;
    this.clock = clock;
  }

  @Override
  public boolean isWanted() {
    return settings.isOn();
  }

  @Override
  public String name() {
    return "slack-threads";
  }

  @Override
  public Optional<?> next() {
    return workspaces.home().flatMap(this::openOrTell);
  }

  private Optional<?> openOrTell(Workspace workspace) {
    var without = commit.read(() -> threads.without(MOST_AT_ONCE));
    var opened = without.stream().filter(id -> isOpened(workspace, id)).toList();
    if (!opened.isEmpty()) {
      return Optional.of(opened);
    }
    var changed = commit.read(() -> threads.changed(MOST_AT_ONCE));
    changed.forEach(this::tell);
    return Optional.of(changed).filter(ids -> !ids.isEmpty());
  }

  private boolean isOpened(Workspace workspace, String id) {
    var channel = cases.find(id).flatMap(line -> channels.of(workspace, line));
    channel.ifPresent(found -> open(workspace, found, id));
    return channel.isPresent();
  }

  private void open(Workspace workspace, String channel, String id) {
    commit.run(() -> {
      threads.open(id, workspace.teamId(), channel, clock.millis());
      posts.add(
          new Posts.Draft("card/" + id, workspace.teamId(), channel, id, CardWriter.KIND, id));
      tellAll(id);
    });
  }

  /** Adds what the thread of the conversation has not been told. */
  void tell(String id) {
    commit.run(() -> tellAll(id));
  }

  private void tellAll(String id) {
    threads
        .lock(id)
        .ifPresent(thread -> {
          long seenAt = news.seenAt(id);
          cases.file(id).ifPresent(file -> tell(thread, file, seenAt));
        });
  }

  private void tell(ThreadTable.Row thread, CaseFile file, long seenAt) {
    var conversation = file.line().conversation();
    long toldSeq = news.turns(thread, file);
    boolean moved = news.events(thread, file);
    int ratings = news.ratings(thread, file);
    boolean opened = thread.toldVersion() == 0;
    if (moved && !opened) {
      redraw(thread, "version/" + conversation.custodyVersion());
    } else if (toldSeq > thread.toldSeq() && !opened) {
      redraw(thread, "turn/" + toldSeq);
    }
    threads.told(
        thread.conversationId(),
        toldSeq,
        conversation.custodyVersion(),
        ratings,
        seenAt,
        conversation.custody() instanceof Custody.Closed);
  }

  /** Has the card drawn anew, for a reason that counts once. */
  void redraw(ThreadTable.Row thread, String because) {
    posts.add(
        new Posts.Draft(
            "card/" + thread.conversationId() + "/" + because,
            thread.teamId(),
            thread.channelId(),
            // A lane of its own: it may be drawn while the thread still catches up.
            "card/" + thread.conversationId(),
            CardUpdateWriter.KIND,
            thread.conversationId()));
  }
}
