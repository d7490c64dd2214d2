package dev.switchboard.channel.web.widget;

import dev.switchboard.bot.conversation.Attachments;
import dev.switchboard.bot.store.StoreUnavailable;
import io.micronaut.context.annotation.Requires;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Deletes the files that no message has taken. */
@Singleton
@Requires(beans = Clock.class)
final class Sweep {
  private static final Logger LOG = LoggerFactory.getLogger(Sweep.class);

  private final Attachments attachments;

  Sweep(Attachments attachments) {
    this.attachments = attachments;
  }

  @Scheduled(initialDelay = "1m", fixedDelay = "10m")
  void run() {
    try {
      int gone = attachments.sweep();
      if (gone > 0) {
        LOG.info("deleted {} files that no message had taken", gone);
      }
    } catch (StoreUnavailable fault) {
      LOG.warn("files could not be swept now: {}", fault.getMessage());
    }
  }
}
