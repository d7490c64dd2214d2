package dev.switchboard.app.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QuantilesTest {

  @Test
  void takesTheSmallestValueThatTheShareDoesNotExceed() {
    double[] values = {50, 15, 20, 40, 35};

    assertThat(Quantiles.at(0.05, values)).isEqualTo(15);
    assertThat(Quantiles.at(0.4, values)).isEqualTo(20);
    assertThat(Quantiles.median(values)).isEqualTo(35);
    assertThat(Quantiles.at(1, values)).isEqualTo(50);
    assertThat(values).containsExactly(50, 15, 20, 40, 35);
  }

  @Test
  void hasNoneWithoutValues() {
    assertThat(Quantiles.median()).isNaN();
  }

  @Test
  void sumsUpByTheMedianOfTheRounds() {
    var samples = new Samples();
    samples.add(new Samples.Round(new double[] {1, 2, 300}, 7));
    samples.add(new Samples.Round(new double[] {4, 5, 6}, 9));
    samples.add(new Samples.Round(new double[] {10, 11, 12}, 8));

    assertThat(samples.p50()).isEqualTo(5);
    assertThat(samples.bestRound()).isEqualTo(2);
    assertThat(samples.p95()).isEqualTo(12);
    assertThat(samples.cpu()).isEqualTo(8);
  }
}
