package dev.switchboard.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackoffTest {
  private final Backoff backoff = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(1));
  private final Random random = new Random(3);

  @Test
  void doublesUpToTheLongestLessARandomPartOfUpToAHalf() {
    long[] most = {1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000};
    for (int attempt = 1; attempt <= most.length; attempt++) {
      for (int round = 0; round < 200; round++) {
        assertThat(backoff.after(attempt, random).toMillis())
            .isBetween(most[attempt - 1] / 2, most[attempt - 1]);
      }
    }
  }

  @Test
  void spreadsThoseThatFailedTogether() {
    var waits = IntStream.range(0, 100).mapToObj(n -> backoff.after(6, random)).distinct();
    assertThat(waits).hasSizeGreaterThan(90);
  }

  @Test
  void staysAtTheLongestHoweverManyAttempts() {
    assertThat(backoff.after(Integer.MAX_VALUE, random)).isLessThanOrEqualTo(Duration.ofMinutes(1));
  }
}
