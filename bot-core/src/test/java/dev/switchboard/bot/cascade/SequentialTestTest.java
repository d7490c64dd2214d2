package dev.switchboard.bot.cascade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.bot.cascade.SequentialTest.Count;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Looking at an experiment every day must not make chance look like an effect. */
class SequentialTestTest {
  private static final int RUNS = 1_000;

  /** How many of so many experiments claim a difference, when looked at after each conversation. */
  private static int claims(double first, double second, int conversations, boolean better) {
    var random = new Random(42);
    int claims = 0;
    for (int run = 0; run < RUNS; run++) {
      long[] all = new long[2];
      long[] solved = new long[2];
      for (int i = 0; i < conversations; i++) {
        int arm = random.nextInt(2);
        all[arm]++;
        solved[arm] += random.nextDouble() < (arm == 0 ? first : second) ? 1 : 0;
        var found =
            SequentialTest.compare(new Count(all[0], solved[0]), new Count(all[1], solved[1]));
        if (found.isBetter() || !better && found.isWorse()) {
          claims++;
          break;
        }
      }
    }
    return claims;
  }

  @Test
  void whereNothingDiffersHardlyAnyExperimentEverClaimsSo() {
    assertThat(claims(0.7, 0.7, 3_000, false)).isLessThan(RUNS / 20);
    assertThat(claims(0.95, 0.95, 3_000, false)).isLessThan(RUNS / 20);
  }

  @Test
  void aRealDifferenceIsFound() {
    assertThat(claims(0.6, 0.75, 2_000, true)).isGreaterThan(RUNS * 9 / 10);
  }

  @Test
  void saysThatThereIsNotEnoughInsteadOfGuessing() {
    var few = SequentialTest.compare(new Count(49, 0), new Count(500, 500));
    assertThat(few.enough()).isFalse();
    assertThat(few.isBetter() || few.isWorse()).isFalse();

    var all = SequentialTest.compare(new Count(60, 60), new Count(60, 60));
    assertThat(all.enough()).isTrue();
    assertThat(all.from()).isNegative();
    assertThat(all.to()).isPositive();
  }

  @Test
  void theIntervalHoldsTheDifferenceAndShrinks() {
    var some = SequentialTest.compare(new Count(200, 120), new Count(200, 140));
    var many = SequentialTest.compare(new Count(20_000, 12_000), new Count(20_000, 14_000));

    assertThat(some.from()).isLessThan(0.1);
    assertThat(some.to()).isGreaterThan(0.1);
    assertThat(many.to() - many.from()).isLessThan((some.to() - some.from()) / 4);
    assertThat(many.isBetter()).isTrue();
  }
}
