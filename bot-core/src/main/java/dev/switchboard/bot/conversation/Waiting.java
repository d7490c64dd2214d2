package dev.switchboard.bot.conversation;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * So many wait.
 *
 * @param number how many
 * @param oldest when the oldest was written, in milliseconds since 1970-01-01 UTC; null for none
 */
@Introspected
record Waiting(long number, @Nullable Long oldest) {
  Optional<Instant> since() {
    return Optional.ofNullable(oldest).map(Instant::ofEpochMilli);
  }
}
