package dev.switchboard.escalation.tone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ClassifierTest {
  private static final int WIDTH = 8;

  @Test
  void learnsFromTheVectorAndFromTheWords() {
    var classifier = ClassifierTraining.train(examples());

    assertThat(classifier.chance(vector(1), Features.of("it is blue"))).isGreaterThan(0.7);
    assertThat(classifier.chance(vector(-1), Features.of("it is blue"))).isLessThan(0.4);
    assertThat(classifier.chance(vector(-1), Features.of("damn it")))
        .isGreaterThan(classifier.chance(vector(-1), Features.of("it is blue")) + 0.2);
    assertThat(classifier.threshold()).isBetween(0.2f, 0.8f);
  }

  @Test
  void learnsTheSameAgain() {
    assertThat(written(ClassifierTraining.train(examples())))
        .isEqualTo(written(ClassifierTraining.train(examples())));
  }

  @Test
  void decidesTheSameWhenItWasWrittenAndRead() throws IOException {
    var classifier = ClassifierTraining.train(examples());

    var read = Classifier.read(new DataInputStream(new ByteArrayInputStream(written(classifier))));

    assertThat(read.threshold()).isEqualTo(classifier.threshold());
    assertThat(read.chance(vector(1), Features.of("damn it")))
        .isCloseTo(classifier.chance(vector(1), Features.of("damn it")), within(1e-3));
  }

  @Test
  void knowsWordsByTheirParts() {
    assertThat(Features.of("").places()).isEmpty();
    assertThat(shared("terrible", "TERRIBEL")).isGreaterThan(3);
    assertThat(shared("terrible", "pleasant")).isZero();
  }

  private static long shared(String one, String other) {
    var places = Features.of(one).places();
    return Arrays.stream(Features.of(other).places())
        .filter(place -> Arrays.binarySearch(places, place) >= 0)
        .count();
  }

  /** Positive where the first number is high, or a word is rude. */
  private static List<Example> examples() {
    var random = new Random(1);
    var examples = new ArrayList<Example>();
    for (int i = 0; i < 4_000; i++) {
      boolean high = random.nextBoolean();
      boolean rude = random.nextInt(4) == 0;
      var text = (rude ? "damn it " : "it is ") + (random.nextBoolean() ? "blue" : "green");
      examples.add(new Example(vector(high ? 1 : -1), Features.of(text), high || rude));
    }
    return examples;
  }

  private static float[] vector(float first) {
    var vector = new float[WIDTH];
    vector[0] = first;
    return vector;
  }

  private static byte[] written(Classifier classifier) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      classifier.write(out);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return bytes.toByteArray();
  }
}
