package dev.switchboard.channel.web.widget;

import dev.switchboard.bot.conversation.Attachment;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/**
 * Links by which a page gets the bytes of a file, as a picture's tag can send no token. A link is
 * good for one file, one customer and ten minutes.
 */
@Singleton
final class AttachmentLinks {
  static final Duration VALID = Duration.ofMinutes(10);

  private final Clock clock;

  AttachmentLinks(Clock clock) {
    this.clock = clock;
  }

  /** A new link to the file, below this server's own address. */
  String to(Attachment attachment) {
    long until = clock.instant().plus(VALID).getEpochSecond();
    return "/widget/v1/attachments/%s?until=%d&signature=%s"
        .formatted(attachment.id(), until, attachment.key().sign(words(attachment, until)));
  }

  /** Whether a link with these parts was given out for the file, and is still good. */
  boolean opens(Attachment attachment, long until, String signature) {
    return clock.instant().getEpochSecond() <= until
        && attachment.key().signed(words(attachment, until), signature);
  }

  private static String words(Attachment attachment, long until) {
    return "%s %s %d".formatted(attachment.id(), attachment.address(), until);
  }
}
