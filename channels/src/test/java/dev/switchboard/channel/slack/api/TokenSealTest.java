package dev.switchboard.channel.slack.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.exceptions.ConfigurationException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** Tokens that only their own workspace's row and one of our keys open. */
class TokenSealTest {
  private static final String TOKEN = "xoxb-0123456789abcdef";

  private final SecureRandom random = new SecureRandom();

  private String key() {
    var bytes = new byte[32];
    random.nextBytes(bytes);
    return Base64.getEncoder().encodeToString(bytes);
  }

  private TokenSeal seal(String keys) {
    var second = Duration.ofSeconds(1);
    var nowhere = URI.create("http://127.0.0.1:9/");
    return new TokenSeal(
        new SlackSettings(
            "", "", "", "", false, second, second, second, second, nowhere, "", "", keys, "",
            nowhere, ""),
        random);
  }

  @Test
  void areReadAgainAndNeverTwiceTheSame() {
    var seal = seal(key());

    var first = seal.seal("T1", TOKEN);

    assertThat(seal.open("T1", first)).contains(TOKEN);
    assertThat(first).doesNotContain("xoxb").isNotEqualTo(seal.seal("T1", TOKEN));
  }

  @Test
  void openInNoOtherRowAndNotWhenChanged() {
    var seal = seal(key());
    var stored = seal.seal("T1", TOKEN);
    int middle = stored.length() / 2;
    var changed =
        stored.substring(0, middle)
            + (stored.charAt(middle) == 'A' ? 'B' : 'A')
            + stored.substring(middle + 1);

    assertThat(seal.open("T2", stored)).isEmpty();
    assertThat(seal.open("T1", changed)).isEmpty();
    assertThat(seal.open("T1", TOKEN)).isEmpty();
    assertThat(seal.open("T1", "v1.AAAA")).isEmpty();
  }

  @Test
  void openWithAnOlderKeyThatIsStillListed() {
    var old = key();
    var stored = seal(old).seal("T1", TOKEN);

    assertThat(seal(key() + ", " + old).open("T1", stored)).contains(TOKEN);
    assertThat(seal(key()).open("T1", stored)).isEmpty();
  }

  @Test
  void needAKeyOfTheRightLength() {
    for (var wrong : new String[] {"short", "AAAA", "!!!"}) {
      assertThatThrownBy(() -> seal(wrong))
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContaining("openssl rand -base64 32");
    }
  }
}
