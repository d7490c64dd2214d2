package dev.switchboard.channel.slack.api;

import io.micronaut.context.exceptions.ConfigurationException;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts tokens for the database: AES-256-GCM (NIST SP 800-38D) with a new nonce each time, bound
 * to the workspace, so that no row can stand in for another.
 */
@Singleton
final class TokenSeal {
  private static final String ALGORITHM = "AES/GCM/NoPadding";
  private static final String VERSION = "v1.";
  private static final int KEY = 32;
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;

  private final List<SecretKeySpec> keys;
  private final RandomGenerator random;

  /**
   * Made by the container.
   *
   * @param random makes nonces, so it must not repeat itself
   * @throws ConfigurationException when a key is none
   */
  TokenSeal(SlackSettings settings, RandomGenerator random) {
    keys =
        Arrays.stream(settings.tokenKey().split(","))
            .map(String::strip)
            .filter(key -> !key.isEmpty())
            .map(TokenSeal::key)
            .toList();
    this.random = random;
  }

  private static SecretKeySpec key(String base64) {
    try {
      var bytes = Base64.getDecoder().decode(base64);
      if (bytes.length == KEY) {
        return new SecretKeySpec(bytes, "AES");
      }
    } catch (IllegalArgumentException broken) {
      // The same mistake to whoever made it.
    }
    throw new ConfigurationException(
        "switchboard.slack.token-key must be 32 bytes in Base64, such as openssl rand -base64 32"
            + " prints");
  }

  /** The token as it may be stored. */
  String seal(String teamId, String token) {
    var nonce = new byte[NONCE];
    random.nextBytes(nonce);
    try {
      var sealed =
          cipher(Cipher.ENCRYPT_MODE, keys.getFirst(), nonce, teamId)
              .doFinal(token.getBytes(StandardCharsets.UTF_8));
      var all = ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array();
      return VERSION + Base64.getEncoder().encodeToString(all);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has AES in GCM", e);
    }
  }

  /** The token that was stored for the workspace; empty when no key of ours opens it. */
  Optional<String> open(String teamId, String stored) {
    return stored.startsWith(VERSION)
        ? keys.stream().flatMap(key -> opened(key, teamId, stored).stream()).findFirst()
        : Optional.empty();
  }

  private static Optional<String> opened(SecretKeySpec key, String teamId, String stored) {
    try {
      var all = Base64.getDecoder().decode(stored.substring(VERSION.length()));
      var nonce = Arrays.copyOf(all, NONCE);
      var token =
          cipher(Cipher.DECRYPT_MODE, key, nonce, teamId).doFinal(all, NONCE, all.length - NONCE);
      return Optional.of(new String(token, StandardCharsets.UTF_8));
    } catch (GeneralSecurityException | IllegalArgumentException wrong) {
      return Optional.empty();
    }
  }

  private static Cipher cipher(int mode, SecretKeySpec key, byte[] nonce, String teamId)
      throws GeneralSecurityException {
    var cipher = Cipher.getInstance(ALGORITHM);
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(teamId.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }
}
