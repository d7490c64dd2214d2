package dev.switchboard.channel.slack.desk;

import dev.switchboard.channel.slack.event.Happened;
import dev.switchboard.channel.slack.people.People;
import dev.switchboard.channel.slack.post.Posts;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** What people do in the threads of cases. */
@Singleton
public final class SlackDesk {
  private static final String EYES = "eyes";
  private static final String CHECK = "white_check_mark";
  private static final String ROBOT = "robot_face";

  private final ThreadMessages messages;
  private final People people;
  private final CaseActs acts;
  private final Whispers whispers;
  private final Posts posts;
  private final Clock clock;

  SlackDesk(
      ThreadMessages messages,
      People people,
      CaseActs acts,
      Whispers whispers,
      Posts posts,
      Clock clock) {
    this.messages = messages;
    this.people = people;
    this.acts = acts;
    this.whispers = whispers;
    this.posts = posts;
    this.clock = clock;
  }

  /** What became of something that happened in Slack. */
  public enum Seen {
    /** It is seen to. */
    DONE,
    /** It has nothing to do with a case. */
    NOT_OURS,
    /** It cannot be seen to now. */
    LATER
  }

  /** Somebody wrote. */
  public Seen wrote(Happened.Wrote wrote) {
    return thread(wrote.teamId(), wrote.channelId(), wrote.rootTs())
        .map(thread -> messages.said(thread, said(thread, wrote)) ? Seen.DONE : Seen.LATER)
        .orElseGet(() -> unknown(wrote.teamId(), wrote.channelId(), wrote.rootTs()));
  }

  /** Somebody changed what they had written. */
  public Seen edited(Happened.Edited edited) {
    var wrote = edited.now();
    return thread(wrote.teamId(), wrote.channelId(), wrote.rootTs())
        .map(thread -> {
          messages.edited(said(thread, wrote));
          return Seen.DONE;
        })
        .orElseGet(() -> unknown(wrote.teamId(), wrote.channelId(), wrote.rootTs()));
  }

  /** Somebody took away what they had written. */
  public Seen deleted(Happened.Deleted deleted) {
    var wrote = deleted.before();
    return thread(wrote.teamId(), wrote.channelId(), wrote.rootTs())
        .map(thread -> {
          messages.deleted(said(thread, wrote));
          return Seen.DONE;
        })
        .orElseGet(() -> unknown(wrote.teamId(), wrote.channelId(), wrote.rootTs()));
  }

  // People may answer under a card of which Slack has not told us yet that it stands there.
  private Seen unknown(String teamId, String channelId, String rootTs) {
    return !rootTs.isEmpty() && posts.isInDoubt(CardWriter.KIND, teamId, channelId)
        ? Seen.LATER
        : Seen.NOT_OURS;
  }

  /** Somebody asks by a message's menu for it to be sent to the customer. */
  public Seen sendToCustomer(Happened.Wrote wrote, String askedBy) {
    var thread = thread(wrote.teamId(), wrote.channelId(), wrote.rootTs());
    if (thread.isEmpty() || wrote.rootTs().equals(wrote.ts())) {
      return Seen.NOT_OURS;
    }
    var said = said(thread.get(), wrote);
    if (people.of(wrote.teamId(), askedBy) instanceof People.Person.Agent(var account, _)
        && askedBy.equals(wrote.userId())) {
      messages.sendToCustomer(said, account);
    } else {
      var asker = new Whispers.To(wrote.teamId(), wrote.channelId(), wrote.rootTs(), askedBy);
      whispers.tell(
          said.key() + "/shortcut/" + askedBy,
          asker,
          "Only an agent can send to the customer, and only what they wrote themselves.",
          List.of());
    }
    return Seen.DONE;
  }

  /** Somebody put an emoji on a card. */
  public Seen reacted(Happened.Reacted reacted) {
    var thread = thread(reacted.teamId(), reacted.channelId(), reacted.ts());
    if (thread.isEmpty()) {
      return unknown(reacted.teamId(), reacted.channelId(), reacted.ts());
    }
    return switch (people.of(reacted.teamId(), reacted.userId())) {
      case People.Person.Agent(var account, _) -> {
        act(reacted, thread.get().conversationId(), account.name());
        yield Seen.DONE;
      }
      case People.Person.Outsider _ -> Seen.NOT_OURS;
      case People.Person.Unknown _ -> Seen.LATER;
    };
  }

  private void act(Happened.Reacted reacted, String id, String agent) {
    var problem =
        switch (reacted.emoji()) {
          case EYES -> acts.claim(id, agent);
          case CHECK -> acts.resolve(id, agent, "resolved");
          case ROBOT -> acts.handBack(id, agent);
          default -> Optional.<String>empty();
        };
    problem.ifPresent(because -> refuse(reacted, because));
  }

  /** Somebody opened the app's own page. */
  public void homeOpened(Happened.HomeOpened opened) {
    posts.add(
        new Posts.Draft(
            "home/%s/%d".formatted(opened.userId(), clock.millis()),
            opened.teamId(),
            "",
            "home/" + opened.userId(),
            HomeWriter.KIND,
            opened.userId()));
  }

  private void refuse(Happened.Reacted reacted, String because) {
    whispers.tell(
        "reacted/%s/%s/%s".formatted(reacted.ts(), reacted.userId(), reacted.emoji()),
        new Whispers.To(reacted.teamId(), reacted.channelId(), reacted.ts(), reacted.userId()),
        "That was not possible: " + because + ".",
        List.of());
  }

  private Optional<ThreadTable.Row> thread(String teamId, String channelId, String rootTs) {
    return rootTs.isEmpty() ? Optional.empty() : messages.thread(teamId, channelId, rootTs);
  }

  private static Said said(ThreadTable.Row thread, Happened.Wrote wrote) {
    return new Said(
        wrote.teamId(),
        wrote.channelId(),
        wrote.rootTs(),
        wrote.ts(),
        thread.conversationId(),
        wrote.userId(),
        wrote.text(),
        wrote.files());
  }
}
