package dev.switchboard.channel.web.widget;

import dev.switchboard.bot.Message;
import dev.switchboard.bot.Signal;
import dev.switchboard.bot.conversation.Backlogs;
import dev.switchboard.bot.conversation.Conversation;
import dev.switchboard.bot.conversation.Custody.Queued;
import dev.switchboard.bot.conversation.Custody.Snoozed;
import dev.switchboard.bot.conversation.Custody.WithAgent;
import dev.switchboard.bot.triage.Triage;
import dev.switchboard.channel.http.Refusal;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Sends messages for the bot back while it has more than it can do, so that what it has taken is
 * answered in time. Messages for people, and wishes for a person, are always taken.
 */
@Singleton
final class Overload {
  private static final Duration FRESH = Duration.ofMillis(500);
  private static final Duration RETRY = Duration.ofSeconds(3);

  private final WidgetSettings settings;
  private final Backlogs backlogs;
  private final Triage triage;
  private final AtomicLong looked = new AtomicLong(System.nanoTime() - FRESH.toNanos());
  private volatile boolean behind;

  Overload(WidgetSettings settings, Backlogs backlogs, Triage triage) {
    this.settings = settings;
    this.backlogs = backlogs;
    this.triage = triage;
  }

  /**
   * Lets a message in.
   *
   * @param conversation what it continues, empty when it begins one
   * @throws Refusal with 503 when it is for the bot, and the bot is behind
   */
  void admit(Optional<Conversation> conversation, String text) {
    if (behind() && !hasPerson(conversation) && !wantsPerson(text)) {
      throw Refusal.busy(RETRY);
    }
  }

  private static boolean hasPerson(Optional<Conversation> conversation) {
    return conversation
        .map(Conversation::custody)
        .filter(by -> by instanceof Queued || by instanceof WithAgent || by instanceof Snoozed)
        .isPresent();
  }

  private boolean wantsPerson(String text) {
    return triage.read(new Message(text, List.of())).signals().contains(Signal.WANTS_PERSON);
  }

  // The database is asked twice a second at most, and by one at a time: nobody waits for another.
  private boolean behind() {
    long now = System.nanoTime();
    long last = looked.get();
    if (now - last >= FRESH.toNanos() && looked.compareAndSet(last, now)) {
      behind = backlogs.behind(settings.mostWaiting(), settings.longestWait());
    }
    return behind;
  }
}
