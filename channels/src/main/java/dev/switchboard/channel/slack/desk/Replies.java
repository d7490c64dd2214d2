package dev.switchboard.channel.slack.desk;

import dev.switchboard.bot.Message;
import dev.switchboard.bot.account.Account;
import dev.switchboard.bot.conversation.AgentText;
import dev.switchboard.bot.conversation.AgentTurns;
import dev.switchboard.bot.conversation.AgentTurns.Outcome;
import dev.switchboard.bot.conversation.Chore;
import dev.switchboard.bot.store.DurableCommit;
import dev.switchboard.channel.slack.api.SlackSettings;
import dev.switchboard.channel.slack.text.Ref;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What agents write in threads, on its way to the customer or into the notes.
 *
 * <p>In direct mode a message waits a moment, in which its author can take it back; it waits in the
 * database, so that a restart neither loses nor hastens it.
 */
@Singleton
final class Replies implements Chore {
  private static final Duration LEASE = Duration.ofSeconds(60);
  private static final Duration REMEMBERED = Duration.ofDays(7);

  // The files themselves stand in the thread.
  private static final String FILES = "📎";

  /** Of what waits for its author's word: no time may send it. */
  static final long NEVER = Long.MAX_VALUE;

  private final DurableCommit commit;
  private final AgentTurns turns;
  private final PendingReplyTable pending;
  private final Reactions reactions;
  private final Whispers whispers;
  private final SlackSettings settings;
  private final Clock clock;
  private long sweptAt;

  Replies(
      DurableCommit commit,
      AgentTurns turns,
      PendingReplyTable pending,
      Reactions reactions,
      Whispers whispers,
      SlackSettings settings,
      Clock clock) {
    this.commit = commit;
    this.turns = turns;
    this.pending = pending;
    this.reactions = reactions;
    this.whispers = whispers;
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public boolean isWanted() {
    return settings.isOn();
  }

  @Override
  public String name() {
    return "slack-replies";
  }

  /** Keeps it for the team. */
  void note(Said said, Account agent, String words) {
    if (!isTooLong(said, words)) {
      note(said, agent.name(), words);
    }
  }

  private void note(Said said, String agent, String words) {
    turns.note(said.conversationId(), new AgentText(agent, said.noteKey(), words));
    reactions.noted(said);
  }

  /** Sends it to the customer now, with files that wait at their address. */
  void send(Said said, Account agent, String words, List<String> files) {
    if (!isTooLong(said, words)) {
      send(said, agent.name(), words, files);
    }
  }

  private void send(Said said, String agent, String words, List<String> files) {
    var text = new AgentText(agent, said.key(), words, files);
    switch (turns.reply(said.conversationId(), text)) {
      case Outcome.Stored(var turn) -> reactions.sent(said, turn.seq());
      case Outcome.Refused(var because) ->
          whispers.tell(
              said.key() + "/refused",
              said.author(),
              ":warning: Not sent to the customer: " + because + ".",
              List.of());
    }
  }

  private boolean isTooLong(Said said, String words) {
    boolean tooLong = words.length() > Message.MAX_LENGTH;
    boolean empty = words.isBlank() && said.files().isEmpty();
    if (tooLong || empty) {
      whispers.tell(
          said.key() + "/length",
          said.author(),
          tooLong
              ? ":warning: Kept nowhere: a message can have %d characters, this has %d."
                  .formatted(Message.MAX_LENGTH, words.length())
              : ":warning: There are no words in that message.",
          List.of());
    }
    return tooLong || empty;
  }

  /** Sends it to the customer unless it is taken back in time. */
  void sendSoon(Said said, Account agent, String words, List<String> files) {
    if (!isTooLong(said, words)
        && hold(said, agent, words, files, clock.millis() + settings.undo().toMillis())) {
      whispers.tell(
          said.key() + "/soon",
          said.author(),
          "Goes to the customer in %d seconds.".formatted(settings.undo().toSeconds()),
          List.of(
              new Whispers.Button(Act.UNDO.id(), Ref.of(said.conversationId(), said.ts()).json())));
    }
  }

  /** Sends nothing before its author has said whether they take the case over for it. */
  void askWhetherToTakeOver(
      Said said, Account agent, String words, List<String> files, String because) {
    if (!isTooLong(said, words) && hold(said, agent, words, files, NEVER)) {
      var ref = Ref.of(said.conversationId(), said.ts()).json();
      whispers.tell(
          said.key() + "/takeover",
          said.author(),
          because + " Take it over before this goes to the customer?",
          List.of(
              new Whispers.Button(Act.SEND.id(), ref), new Whispers.Button(Act.KEEP.id(), ref)));
    }
  }

  private boolean hold(Said said, Account agent, String words, List<String> files, long dueAt) {
    return commit.write(() ->
        pending.add(
            said.teamId(),
            said.channelId(),
            said.ts(),
            said.conversationId(),
            agent.name(),
            said.userId(),
            words,
            String.join(" ", files),
            dueAt))
        == 1;
  }

  /**
   * Sends what was held, now that its author has the case.
   *
   * @return whether it was still held
   */
  boolean release(Said said) {
    long now = clock.millis();
    var held =
        commit.write(() ->
            pending.lock(said.teamId(), said.channelId(), said.ts()).map(row -> taken(row, now)));
    held.ifPresent(this::sendDue);
    return held.isPresent();
  }

  /**
   * Takes back what waits, and keeps it as a note.
   *
   * @return whether it was in time
   */
  boolean keep(Said said, Account agent) {
    var taken = commit.write(() -> taken(said));
    taken.ifPresent(row -> note(said, agent.name(), row.words().isBlank() ? FILES : row.words()));
    return taken.isPresent();
  }

  private Optional<PendingReplyTable.Row> taken(Said said) {
    var row = pending.lock(said.teamId(), said.channelId(), said.ts());
    row.ifPresent(_ -> pending.remove(said.teamId(), said.channelId(), said.ts()));
    return row;
  }

  /** Whether it waits and can still be taken back. */
  boolean isHeld(Said said) {
    return commit
        .read(() -> pending.find(said.teamId(), said.channelId(), said.ts()))
        .filter(row -> !row.sending())
        .isPresent();
  }

  /** Changes what waits; what can go to nobody like that is taken back. */
  void edit(Said said, String words) {
    if (isTooLong(said, words)) {
      forget(said.teamId(), said.channelId(), said.ts());
    } else {
      commit.run(() ->
          pending
              .lock(said.teamId(), said.channelId(), said.ts())
              .ifPresent(_ -> pending.change(said.teamId(), said.channelId(), said.ts(), words)));
    }
  }

  /** Takes back what waits, and keeps these words of its author as a note. */
  void keepInstead(Said said, String words) {
    commit
        .write(() -> taken(said))
        .filter(_ -> !isTooLong(said, words))
        .ifPresent(row -> note(said, row.agent(), words));
  }

  /**
   * Forgets what waits.
   *
   * @return whether it was in time
   */
  boolean forget(String teamId, String channelId, String ts) {
    return commit.write(() -> {
      var row = pending.lock(teamId, channelId, ts);
      row.ifPresent(_ -> pending.remove(teamId, channelId, ts));
      return row.isPresent();
    });
  }

  @Override
  public Optional<?> next() {
    long now = clock.millis();
    sweep(now);
    if (commit.read(() -> pending.countDue(now)) == 0) {
      return Optional.empty();
    }
    var due = commit.write(() -> pending.lockDue(now, NEVER).map(row -> taken(row, now)));
    due.ifPresent(this::sendDue);
    return due;
  }

  private void sweep(long now) {
    if (now - sweptAt > Duration.ofHours(1).toMillis()) {
      sweptAt = now;
      // Slack numbers messages by their second.
      var before = String.valueOf((now - REMEMBERED.toMillis()) / 1_000);
      commit.run(() -> pending.forget(NEVER, before));
    }
  }

  // Too late for undo from here on. Sent again after a crash, it is the same text once.
  private PendingReplyTable.Row taken(PendingReplyTable.Row row, long now) {
    pending.take(row.teamId(), row.channelId(), row.ts(), now + LEASE.toMillis());
    return row;
  }

  private void sendDue(PendingReplyTable.Row row) {
    var files = row.files().isEmpty() ? List.<String>of() : List.of(row.files().split(" "));
    send(said(row), row.agent(), row.words(), files);
    commit.run(() -> pending.remove(row.teamId(), row.channelId(), row.ts()));
  }

  private static Said said(PendingReplyTable.Row row) {
    return new Said(
        row.teamId(),
        row.channelId(),
        "",
        row.ts(),
        row.conversationId(),
        row.slackUser(),
        row.words(),
        List.of());
  }
}
