package dev.switchboard.bot.account;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.core.bind.annotation.Bindable;

/**
 * What it costs to try one password; applies to passwords that are set from then on.
 *
 * @param memoryKb kilobytes of memory for each, at least {@value #LEAST_MEMORY}
 * @param passes how often the memory is gone through, 1 to {@value #MOST_PASSES}
 */
@ConfigurationProperties("switchboard.accounts.argon2")
record HashCost(
    @Bindable(defaultValue = "19456") int memoryKb, @Bindable(defaultValue = "2") int passes) {
  private static final int LEAST_MEMORY = 64;
  private static final int MOST_MEMORY = 1 << 20;
  private static final int MOST_PASSES = 100;

  HashCost {
    if (memoryKb < LEAST_MEMORY || memoryKb > MOST_MEMORY || passes < 1 || passes > MOST_PASSES) {
      throw new ConfigurationException(
          "switchboard.accounts.argon2: memory-kb must be %d to %d and passes 1 to %d"
              .formatted(LEAST_MEMORY, MOST_MEMORY, MOST_PASSES));
    }
  }
}
