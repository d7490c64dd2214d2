package dev.switchboard.bot.cascade;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * Which answers of models are given again.
 *
 * @param size how many are remembered, 0 for none
 * @param age for how long
 * @param near whether a question that means the same is answered, too, and not only the same one
 * @param least the likeness from which on a question means the same, a cosine
 */
@ConfigurationProperties("switchboard.answer-cache")
record CacheSettings(
    @Bindable(defaultValue = "1000") int size,
    @Bindable(defaultValue = "24h") Duration age,
    @Bindable(defaultValue = "false") boolean near,
    @Bindable(defaultValue = "0.9") double least) {
  private static final int MOST = 100_000;

  CacheSettings {
    if (size < 0 || size > MOST || age.isNegative() || !(least > 0 && least <= 1)) {
      throw new ConfigurationException(
          "switchboard.answer-cache: size must be from 0 to %d, least above 0 and at most 1"
              .formatted(MOST));
    }
  }
}
