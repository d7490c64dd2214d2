package dev.switchboard.channel.slack.desk;

import dev.switchboard.bot.Routing;
import dev.switchboard.bot.conversation.CaseLine;
import dev.switchboard.bot.conversation.Cases;
import dev.switchboard.bot.conversation.Chore;
import dev.switchboard.bot.conversation.Custody;
import dev.switchboard.bot.conversation.HandOff;
import dev.switchboard.bot.store.DurableCommit;
import dev.switchboard.channel.slack.api.SlackSettings;
import dev.switchboard.channel.slack.people.People;
import dev.switchboard.channel.slack.post.Posts;
import dev.switchboard.channel.slack.text.Mrkdwn;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Lets no customer be forgotten: reminds whoever has the case, then everybody, and then puts the
 * case back into the queue; whom nobody takes is told so.
 */
@Singleton
final class Nudges implements Chore {
  private static final int MOST = 500;
  private static final int REMIND = 1;
  private static final int ALERT = 2;
  private static final int LAST = 3;

  private final SlackSettings settings;
  private final DurableCommit commit;
  private final ThreadTable threads;
  private final Cases cases;
  private final CaseActs acts;
  private final HandOff handOff;
  private final People people;
  private final Routing routing;
  private final Posts posts;
  private final Clock clock;
  private long lookAgainAt;

  Nudges(
      SlackSettings settings,
      DurableCommit commit,
      ThreadTable threads,
      Cases cases,
      CaseActs acts,
      HandOff handOff,
      People people,
      Routing routing,
      Posts posts,
      Clock clock) {
    this.settings = settings;
    this.commit = commit;
    this.threads = threads;
    this.cases = cases;
    this.acts = acts;
    this.handOff = handOff;
    this.people = people;
    this.routing = routing;
    this.posts = posts;
    this.clock = clock;
  }

  @Override
  public boolean isWanted() {
    return settings.isOn();
  }

  @Override
  public String name() {
    return "slack-nudges";
  }

  @Override
  public Optional<?> next() {
    if (clock.millis() >= lookAgainAt) {
      lookAgainAt = clock.millis() + pause().toMillis();
      commit.read(() -> threads.withPeople(MOST)).forEach(this::look);
    }
    return Optional.empty();
  }

  private Duration pause() {
    var tenth = settings.nudge().dividedBy(10);
    return tenth.compareTo(Duration.ofSeconds(10)) > 0 ? Duration.ofSeconds(10) : tenth;
  }

  private void look(ThreadTable.Row thread) {
    cases
        .find(thread.conversationId())
        .filter(CaseLine::waits)
        .ifPresent(line -> {
          int due = due(line);
          int done = thread.nudgedSince() == since(line) ? thread.nudges() : 0;
          if (due > done) {
            nudge(thread, line, done + 1);
          }
        });
  }

  // Another wait begins when the case comes back into the queue, or somebody has replied.
  private static long since(CaseLine line) {
    return line.waitsSince().toEpochMilli();
  }

  private int due(CaseLine line) {
    var waited = Duration.between(line.waitsSince(), clock.instant());
    long times = waited.dividedBy(settings.nudge());
    return Math.toIntExact(Math.min(times, LAST));
  }

  private void nudge(ThreadTable.Row thread, CaseLine line, int step) {
    commit.run(() -> {
      threads.nudged(thread.conversationId(), since(line), step);
      say(thread, line, step);
    });
    if (step == LAST) {
      giveUp(line);
    }
  }

  private void giveUp(CaseLine line) {
    var id = line.conversation().id();
    if (line.conversation().custody() instanceof Custody.WithAgent(var agent)) {
      acts.release(id, agent);
    } else {
      handOff.stillWaits(id, Locale.forLanguageTag(line.language()));
    }
  }

  private void say(ThreadTable.Row thread, CaseLine line, int step) {
    boolean toAll = step >= ALERT || !(line.conversation().custody() instanceof Custody.WithAgent);
    var id = thread.conversationId();
    posts.add(
        new Posts.Draft(
            "%s/nudge/%d/%d".formatted(id, since(line), step),
            thread.teamId(),
            thread.channelId(),
            id,
            toAll ? AlertWriter.KIND : LineWriter.KIND,
            words(thread, line, step)));
  }

  private String words(ThreadTable.Row thread, CaseLine line, int step) {
    var since = "since " + Mrkdwn.time(line.waitsSince());
    if (!(line.conversation().custody() instanceof Custody.WithAgent(var agent))) {
      return ":hourglass: A customer has been waiting for a person "
          + since
          + "."
          + (step == LAST ? " They were told that nobody has been free." : onCall(thread, line));
    }
    var who = people.mention(thread.teamId(), agent);
    return switch (step) {
      case REMIND -> ":hourglass: " + who + ", the customer has been waiting " + since + ".";
      case ALERT ->
          ":hourglass: The customer of "
              + who
              + " has been waiting "
              + since
              + "."
              + onCall(thread, line);
      default ->
          ":hourglass: " + who + " did not answer " + since + ": the case is back in the queue.";
    };
  }

  private String onCall(ThreadTable.Row thread, CaseLine line) {
    var called =
        routing.onCall(line.route().team(), clock.instant()).stream()
            .map(email -> people.mentionOf(thread.teamId(), email))
            .collect(Collectors.joining(", "));
    return called.isEmpty() ? "" : " On call: " + called;
  }
}
