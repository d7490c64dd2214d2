package dev.switchboard.channel.web.widget;

import dev.switchboard.bot.Decision;
import dev.switchboard.bot.Escalation;
import dev.switchboard.bot.Signal;
import dev.switchboard.bot.Tone;
import dev.switchboard.bot.ToneReader;
import dev.switchboard.bot.conversation.Shift;
import dev.switchboard.bot.media.DocumentText;
import dev.switchboard.bot.triage.Triage;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.StartupEvent;
import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/** What the application adds to the channel, where a test wants conversations to be stored. */
@Factory
@Requires(property = "datasources.default.url", pattern = "jdbc:h2:mem:.*")
final class Shop {
  static final String NOTICE = "A person will write to you here.";

  @Singleton
  Clock clock() {
    return Clock.systemUTC();
  }

  @Singleton
  RandomGenerator random() {
    return new SecureRandom();
  }

  @Singleton
  Triage triage() {
    return new Triage(Set::of);
  }

  @Singleton
  ToneReader tones() {
    return text -> text.contains("!!!") ? new Tone(1, 0, Set.of(Signal.ANNOYED)) : Tone.PLAIN;
  }

  @Singleton
  DocumentText documents() {
    return (file, mediaType) -> Optional.of("A " + mediaType + ".");
  }

  @Singleton
  Escalation escalation() {
    return new Escalation() {
      @Override
      public String notice(Decision.Cause cause, Locale language) {
        return NOTICE;
      }

      @Override
      public String handedOver(Decision.Cause cause, Locale language) {
        return NOTICE;
      }

      @Override
      public String stillWaiting(Locale language) {
        return "Nobody has been free yet.";
      }
    };
  }

  /** Lets the bot go to work with the server. */
  @Singleton
  @Requires(property = "datasources.default.url", pattern = "jdbc:h2:mem:.*")
  static final class Opening {
    private final Shift shift;

    Opening(Shift shift) {
      this.shift = shift;
    }

    @EventListener
    void open(StartupEvent event) {
      shift.start();
    }
  }
}
