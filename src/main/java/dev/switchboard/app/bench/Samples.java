package dev.switchboard.app.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** What one contestant needed, round by round. */
final class Samples {

  /**
   * One round.
   *
   * @param micros of every question, in microseconds
   * @param cpu of the whole process for one question, in microseconds
   */
  record Round(double[] micros, double cpu) {
    double quantile(double share) {
      return Quantiles.at(share, micros);
    }
  }

  private final List<Round> rounds = new ArrayList<>();

  void add(Round round) {
    rounds.add(round);
  }

  /** Median over the rounds of each round's median, in microseconds. */
  double p50() {
    return overRounds(round -> round.quantile(0.5));
  }

  double p95() {
    return overRounds(round -> round.quantile(0.95));
  }

  /** The lowest median of a round. */
  double bestRound() {
    return rounds.stream().mapToDouble(round -> round.quantile(0.5)).min().orElse(Double.NaN);
  }

  /** Median over the rounds of the CPU for one question, in microseconds. */
  double cpu() {
    return overRounds(Round::cpu);
  }

  private double overRounds(ToDoubleFunction<Round> figure) {
    return Quantiles.median(rounds.stream().mapToDouble(figure).toArray());
  }
}
