package dev.switchboard.channel.openai;

import io.micronaut.context.annotation.EachProperty;
import io.micronaut.context.annotation.Parameter;
import io.micronaut.context.exceptions.ConfigurationException;

/**
 * A key with which a program may speak to us.
 *
 * @param name who has it
 * @param key itself, of 20 characters or more
 */
@EachProperty("switchboard.api-keys")
record ApiKeyEntry(@Parameter String name, String key) {
  private static final int SHORTEST = 20;

  /**
   * Checks the length.
   *
   * @throws ConfigurationException when it could be guessed
   */
  ApiKeyEntry {
    if (key.length() < SHORTEST) {
      throw new ConfigurationException(
          "switchboard.api-keys.%s.key must have %d characters or more, such as openssl rand -hex 24"
                  .formatted(name, SHORTEST)
              + " prints");
    }
  }

  /** Without the key. */
  @Override
  public String toString() {
    return "ApiKeyEntry[" + name + "]";
  }
}
