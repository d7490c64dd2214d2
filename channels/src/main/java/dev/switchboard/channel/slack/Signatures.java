package dev.switchboard.channel.slack;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tells what Slack has sent from what others send.
 *
 * @see <a href="https://docs.slack.dev/authentication/verifying-requests-from-slack">Verifying
 *     requests from Slack</a>
 */
final class Signatures {
  private static final Duration TOLERANCE = Duration.ofMinutes(5);
  private static final String ALGORITHM = "HmacSHA256";
  private static final String VERSION = "v0";

  private final SecretKeySpec secret;
  private final Clock clock;

  /**
   * With the app's secret.
   *
   * @param secret not empty
   */
  Signatures(String secret, Clock clock) {
    this.secret = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    this.clock = clock;
  }

  /**
   * Whether Slack has signed this body within the last five minutes, and not in the future either:
   * the SDK takes any time to come.
   */
  boolean hold(String timestamp, String signature, byte[] body) {
    return isNow(timestamp)
        && MessageDigest.isEqual(
            signed(timestamp, body).getBytes(StandardCharsets.US_ASCII),
            signature.getBytes(StandardCharsets.UTF_8));
  }

  private boolean isNow(String timestamp) {
    try {
      long age = clock.instant().getEpochSecond() - Long.parseLong(timestamp);
      return Math.abs(age) <= TOLERANCE.toSeconds();
    } catch (NumberFormatException none) {
      return false;
    }
  }

  private String signed(String timestamp, byte[] body) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(secret);
      mac.update((VERSION + ":" + timestamp + ":").getBytes(StandardCharsets.UTF_8));
      return VERSION + "=" + HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    }
  }
}
