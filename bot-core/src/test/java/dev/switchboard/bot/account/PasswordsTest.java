package dev.switchboard.bot.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.exceptions.ConfigurationException;
import java.security.SecureRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PasswordsTest {
  private static final HashCost CHEAP = new HashCost(64, 1);
  private static final String PASSWORD = "seven green kettles";

  private final Passwords passwords = new Passwords(CHEAP, new SecureRandom());

  @Test
  void readsWhatTheReferenceProgramOfArgon2Writes() {
    var reference =
        "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";

    assertThat(PasswordHash.parse(reference).isOf("password")).isTrue();
    assertThat(PasswordHash.parse(reference).phc()).isEqualTo(reference);
  }

  @Test
  void costsWhatIsRecommended() {
    var hash = new Passwords(new HashCost(19_456, 2), new SecureRandom()).hash(PASSWORD);

    assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    assertThat(passwords.match(PASSWORD, hash)).isTrue();
  }

  @Test
  void keepsNothingThatTwoPeopleHaveInCommon() {
    assertThat(passwords.hash(PASSWORD)).isNotEqualTo(passwords.hash(PASSWORD));
  }

  @Test
  void looksAtEachCharacter() {
    var longest = "x".repeat(127) + "y";
    var hash = passwords.hash(longest);

    assertThat(passwords.match(longest, hash)).isTrue();
    assertThat(passwords.match("x".repeat(128), hash)).isFalse();
    assertThat(passwords.match("a\0b", passwords.hash("a\0c"))).isFalse();
    assertThat(passwords.match("", hash)).isFalse();
    assertThat(passwords.matchNobody(longest)).isFalse();
  }

  @Test
  void takesAnAccentHoweverTheKeyboardMakesIt() {
    assertThat(passwords.match("caffe\u0301 al banco", passwords.hash("caff\u00e9 al banco")))
        .isTrue();
  }

  @Test
  void triesFourAtOnceAndTurnsTheOthersAway() throws Exception {
    var slow = new Passwords(new HashCost(19_456, 4), new SecureRandom());
    var refused = new AtomicInteger();
    try (var pool = Executors.newFixedThreadPool(40)) {
      Callable<Boolean> attempt =
          () -> {
            try {
              return slow.matchNobody(PASSWORD);
            } catch (TooManyAtOnce busy) {
              return refused.incrementAndGet() < 0;
            }
          };
      pool.invokeAll(IntStream.range(0, 40).mapToObj(n -> attempt).toList());
    }

    assertThat(refused.get()).isBetween(1, 40 - Passwords.AT_ONCE);
    assertThat(slow.matchNobody(PASSWORD)).isFalse();
  }

  @Test
  void refusesToBeCheap() {
    assertThatThrownBy(() -> new HashCost(8, 1)).isInstanceOf(ConfigurationException.class);
    assertThatThrownBy(() -> new HashCost(64, 0)).isInstanceOf(ConfigurationException.class);
  }
}
