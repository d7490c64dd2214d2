package dev.switchboard.channel.slack.desk;

import dev.switchboard.bot.conversation.Command;
import dev.switchboard.bot.conversation.Conversations;
import dev.switchboard.bot.conversation.Custody;
import dev.switchboard.bot.conversation.Transition;
import dev.switchboard.bot.store.DurableCommit;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** What agents do with cases. Each returns why it could not be done, empty when it was. */
@Singleton
final class CaseActs {
  private final Conversations conversations;
  private final ThreadTable threads;
  private final CaseThreads caseThreads;
  private final DurableCommit commit;
  private final Clock clock;

  CaseActs(
      Conversations conversations,
      ThreadTable threads,
      CaseThreads caseThreads,
      DurableCommit commit,
      Clock clock) {
    this.conversations = conversations;
    this.threads = threads;
    this.caseThreads = caseThreads;
    this.commit = commit;
    this.clock = clock;
  }

  Optional<String> claim(String id, String agent) {
    // A click that is handed in twice must not look like somebody else's.
    return owner(id).equals(agent) && isWithAgent(id)
        ? Optional.empty()
        : done(id, new Command.Claim(agent));
  }

  /** Takes it from {@code from}, if they still have it. */
  Optional<String> takeOver(String id, String agent, String from) {
    return isWithAgent(id) && owner(id).equals(agent)
        ? Optional.empty()
        : done(id, new Command.Transfer(agent, agent, from));
  }

  /** Gives it to a colleague, if whoever has it now still does. */
  Optional<String> assign(String id, String agent, String to) {
    return done(id, new Command.Transfer(agent, to, owner(id)));
  }

  Optional<String> snooze(String id, String agent, Instant until) {
    return claimed(id, agent).or(() -> done(id, new Command.Snooze(agent, until)));
  }

  Optional<String> handBack(String id, String agent) {
    return done(id, new Command.HandBack(agent));
  }

  Optional<String> release(String id, String agent) {
    return done(id, new Command.Release(agent));
  }

  Optional<String> resolve(String id, String agent, String because) {
    return claimed(id, agent).or(() -> done(id, new Command.Resolve(agent, because)));
  }

  /** Makes it theirs, if it is nobody's. */
  Optional<String> claimed(String id, String agent) {
    return switch (custody(id)) {
      case Custody.WithAgent(var owner) ->
          owner.equals(agent) ? Optional.empty() : Optional.of(owner + " has it");
      case Custody.Queued _,
          Custody.Snoozed _,
          Custody.Bot _,
          Custody.Returned _,
          Custody.Resolved _,
          Custody.Closed _ ->
          claim(id, agent);
    };
  }

  /** Switches whether the owner's plain messages go to the customer; only they may. */
  Optional<String> direct(String id, String agent, boolean direct) {
    if (!isWithAgent(id) || !owner(id).equals(agent)) {
      return Optional.of("only who has the case can switch that");
    }
    commit.run(() ->
        threads
            .lock(id)
            .ifPresent(thread -> {
              threads.direct(id, direct, agent);
              caseThreads.redraw(thread, "direct/" + clock.millis());
            }));
    return Optional.empty();
  }

  boolean isWith(String id, String agent) {
    return isWithAgent(id) && owner(id).equals(agent);
  }

  private boolean isWithAgent(String id) {
    return custody(id) instanceof Custody.WithAgent;
  }

  /** Who has it, empty for nobody. */
  String owner(String id) {
    return switch (custody(id)) {
      case Custody.WithAgent(var agent) -> agent;
      case Custody.Snoozed(var agent, _) -> agent;
      case Custody.Bot _,
          Custody.Queued _,
          Custody.Returned _,
          Custody.Resolved _,
          Custody.Closed _ ->
          "";
    };
  }

  private Custody custody(String id) {
    return conversations.find(id).orElseThrow().custody();
  }

  private Optional<String> done(String id, Command command) {
    return switch (conversations.command(id, command)) {
      case Transition.Accepted _ -> Optional.empty();
      case Transition.Refused(var because) -> Optional.of(because);
    };
  }
}
