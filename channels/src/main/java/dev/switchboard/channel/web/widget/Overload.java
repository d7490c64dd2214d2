package dev.switchboard.channel.web.widget;

import dev.switchboard.bot.conversation.Backlogs;
import dev.switchboard.bot.conversation.Conversation;
import dev.switchboard.bot.conversation.Custody.Queued;
import dev.switchboard.bot.conversation.Custody.Snoozed;
import dev.switchboard.bot.conversation.Custody.WithAgent;
import dev.switchboard.channel.http.Refusal;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

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
  private boolean behind;
  private long looked = System.nanoTime() - FRESH.toNanos();

  Overload(WidgetSettings settings, Backlogs backlogs) {
    this.settings = settings;
    this.backlogs = backlogs;
  }

  /**
   * Lets a message in.
   *
   * @param conversation what it continues, empty when it begins one
   * @throws Refusal with 503 when it is for the bot, and the bot is behind
   */
  void admit(Optional<Conversation> conversation) {
    boolean forPeople =
        conversation
            .map(Conversation::custody)
            .filter(by -> by instanceof Queued || by instanceof WithAgent || by instanceof Snoozed)
            .isPresent();
    if (!forPeople && behind()) {
      throw Refusal.busy(RETRY);
    }
  }

  // The database is asked twice a second at most, however many write.
  private synchronized boolean behind() {
    long now = System.nanoTime();
    if (now - looked >= FRESH.toNanos()) {
      behind = backlogs.behind(settings.mostWaiting(), settings.longestWait());
      looked = now;
    }
    return behind;
  }
}
