package dev.switchboard.channel.slack.desk;

import dev.switchboard.bot.conversation.Attachment;
import dev.switchboard.bot.conversation.Attachments;
import dev.switchboard.bot.conversation.CaseFile;
import dev.switchboard.bot.conversation.Conversations;
import dev.switchboard.bot.conversation.Custody;
import dev.switchboard.bot.conversation.CustodyEvent;
import dev.switchboard.bot.conversation.Rating;
import dev.switchboard.bot.conversation.Turn;
import dev.switchboard.channel.slack.customer.RatingRequests;
import dev.switchboard.channel.slack.post.Posts;
import dev.switchboard.channel.slack.text.Mrkdwn;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a thread has to be told. */
@Singleton
final class News {
  private static final int MOST_TURNS = 200;

  private final Posts posts;
  private final Conversations conversations;
  private final Attachments attachments;
  private final RatingRequests ratings;

  News(Posts posts, Conversations conversations, Attachments attachments, RatingRequests ratings) {
    this.posts = posts;
    this.conversations = conversations;
    this.attachments = attachments;
    this.ratings = ratings;
  }

  /**
   * When the conversation changed last, in milliseconds; to be asked before it is read, so that
   * what changes meanwhile is looked at again.
   */
  long seenAt(String id) {
    return conversations.changedAt(id).toEpochMilli();
  }

  /**
   * Adds the turns that the thread has not been told.
   *
   * @return up to which turn it is told then
   */
  long turns(ThreadTable.Row thread, CaseFile file) {
    long told = thread.toldSeq();
    var turns = conversations.turnsAfter(thread.conversationId(), told, MOST_TURNS);
    var files =
        turns.isEmpty()
            ? Map.<Long, List<Attachment>>of()
            : attachments.of(turns.getFirst().conversationId());
    for (var turn : turns) {
      if (isNews(thread, turn)) {
        posts.add(post(thread, "turn/" + turn.seq(), TurnWriter.KIND, String.valueOf(turn.seq())));
        for (var sent : files.getOrDefault(turn.seq(), List.of())) {
          posts.add(post(thread, "file/" + sent.id(), FileWriter.KIND, sent.id()));
        }
      }
      told = turn.seq();
    }
    return told;
  }

  // What was written in the thread itself stands there already.
  private static boolean isNews(ThreadTable.Row thread, Turn turn) {
    var here = "slack/%s/%s/".formatted(thread.teamId(), thread.channelId());
    return switch (turn.author()) {
      case CUSTOMER, BOT -> true;
      case AGENT, NOTE -> !turn.key().startsWith(here);
      case SUGGESTION -> false;
    };
  }

  /**
   * Adds what became of the case since the thread was told.
   *
   * @return whether anything did
   */
  boolean events(ThreadTable.Row thread, CaseFile file) {
    // Of a new thread the card tells it.
    boolean opened = thread.toldVersion() == 0;
    for (var event : file.events()) {
      if (!opened && event.version() > thread.toldVersion()) {
        line(event)
            .ifPresent(
                text -> posts.add(post(thread, "event/" + event.version(), LineWriter.KIND, text)));
      }
    }
    var conversation = file.line().conversation();
    boolean moved = conversation.custodyVersion() > thread.toldVersion();
    if (moved && conversation.custody() instanceof Custody.Resolved) {
      ratings.resolved(conversation);
    }
    return moved;
  }

  private static Optional<String> line(CustodyEvent event) {
    var because = event.because().isEmpty() ? "" : ": " + Mrkdwn.escaped(event.because());
    return switch (event.to()) {
      case Custody.Queued _ -> Optional.of(":bell: Waiting for a person" + because);
      case Custody.WithAgent(var agent) -> Optional.of(bold(agent) + " has it" + because);
      case Custody.Snoozed(var agent, var until) ->
          Optional.of(bold(agent) + " has put it aside until " + Mrkdwn.time(until));
      case Custody.Returned(var agent) ->
          Optional.of(bold(agent) + " has handed it back to the bot");
      case Custody.Resolved(var agent) -> Optional.of(bold(agent) + " has resolved it" + because);
      case Custody.Closed _ -> Optional.of("Closed");
      case Custody.Bot _ -> Optional.of("The customer is back, and the bot answers");
    };
  }

  private static String bold(String name) {
    return "*" + Mrkdwn.escaped(name).replace("*", "") + "*";
  }

  /**
   * Adds the ratings that the thread has not been told.
   *
   * @return how many it is told then
   */
  int ratings(ThreadTable.Row thread, CaseFile file) {
    int known = thread.toldRatings();
    for (int i = known; i < file.ratings().size(); i++) {
      posts.add(post(thread, "rating/" + i, LineWriter.KIND, line(file.ratings().get(i))));
    }
    return Math.max(known, file.ratings().size());
  }

  private static String line(Rating rating) {
    var stars = "★".repeat(rating.score()) + "☆".repeat(5 - rating.score());
    var words = rating.words().isBlank() ? "" : "\n" + Mrkdwn.quoted(rating.words(), 1_000);
    return "The customer's rating: " + stars + " (" + rating.score() + " of 5)" + words;
  }

  private static Posts.Draft post(
      ThreadTable.Row thread, String what, String kind, String payload) {
    var id = thread.conversationId();
    return new Posts.Draft(id + "/" + what, thread.teamId(), thread.channelId(), id, kind, payload);
  }
}
