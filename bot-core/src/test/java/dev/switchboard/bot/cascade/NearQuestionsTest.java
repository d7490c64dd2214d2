package dev.switchboard.bot.cascade;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NearQuestionsTest {
  private final NearQuestions<String> near = new NearQuestions<>(4, 0.9);

  private static float[] at(double degrees) {
    double angle = Math.toRadians(degrees);
    return new float[] {(float) (3 * Math.cos(angle)), (float) (3 * Math.sin(angle))};
  }

  @Test
  void answersWhatIsNearAndWhoseNearestWereAnsweredTheSame() {
    near.add(at(0), "delivery", "in two days");
    near.add(at(10), "delivery", "within two days");
    assertThat(near.find(at(4))).describedAs("two do not agree enough").isEmpty();
    near.add(at(12), "delivery", "soon");

    assertThat(near.find(at(4))).contains("in two days");
    assertThat(near.find(at(60))).describedAs("too far").isEmpty();
  }

  @Test
  void keepsQuiteWhereTheNearestWereAnsweredOtherwise() {
    near.add(at(0), "delivery", "a");
    near.add(at(5), "returns", "b");
    near.add(at(10), "delivery", "c");

    assertThat(near.find(at(1))).isEmpty();
  }

  @Test
  void forgetsTheOldest() {
    near.add(at(0), "old", "old");
    near.add(at(1), "old", "old");
    near.add(at(2), "old", "old");
    for (int i = 0; i < 4; i++) {
      near.add(at(40 + i), "new", "new " + i);
    }

    assertThat(near.find(at(0))).isEmpty();
    assertThat(near.find(at(40))).contains("new 0");
  }
}
