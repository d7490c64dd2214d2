package dev.switchboard.bot.account;

import dev.switchboard.bot.store.Sha256;
import java.util.Base64;
import java.util.random.RandomGenerator;

/** Tokens that nobody can guess. */
final class Secret {
  private static final int BYTES = 32;

  private Secret() {}

  /** A new token of 43 letters, digits, hyphens and underscores. */
  static String token(RandomGenerator random) {
    var bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** What is kept of a token. */
  static String hash(String token) {
    return Sha256.hex(token);
  }
}
