package dev.switchboard.bot.conversation;

import dev.switchboard.bot.cascade.Experiment;
import dev.switchboard.bot.cascade.SequentialTest;
import dev.switchboard.bot.cascade.SequentialTest.Count;
import dev.switchboard.bot.cascade.SequentialTest.Difference;
import dev.switchboard.bot.store.DurableCommit;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What an experiment has shown: how many conversations the bot solved alone in each arm. One is
 * solved when nobody of the team had to see to it, and no answer was said not to help.
 */
@Singleton
public final class ExperimentResults {
  private static final double POINTS = 100;

  private final Experiment experiment;
  private final TrialOutcomes outcomes;
  private final DurableCommit commit;

  ExperimentResults(Experiment experiment, TrialOutcomes outcomes, DurableCommit commit) {
    this.experiment = experiment;
    this.outcomes = outcomes;
    this.commit = commit;
  }

  /**
   * How an arm did.
   *
   * @param cost of all models in its conversations, in micro-dollars
   */
  public record Arm(Count solved, long cost) {}

  /**
   * What was found.
   *
   * @param name of the experiment
   * @param usual how what is in force did
   * @param tried how what is tried did
   * @param difference of the shares that were solved
   */
  public record Result(String name, Arm usual, Arm tried, Difference difference) {
    /** What that means, in a sentence. */
    public String verdict() {
      if (!difference.enough()) {
        return "Not enough data yet: each side needs %d conversations at least."
            .formatted(SequentialTest.FEWEST);
      }
      if (difference.isBetter()) {
        return "What is tried solves more: between %s and %s points."
            .formatted(points(difference.from()), points(difference.to()));
      }
      if (difference.isWorse()) {
        return "What is tried solves less: between %s and %s points."
            .formatted(points(-difference.to()), points(-difference.from()));
      }
      return "Not enough data yet to tell them apart: the difference is between %s and %s points."
          .formatted(points(difference.from()), points(difference.to()));
    }

    private static String points(double share) {
      return String.format(Locale.ENGLISH, "%.1f", share * POINTS);
    }
  }

  /**
   * What conversations that were opened since then, and since it began, show; empty without an
   * experiment.
   *
   * @throws dev.switchboard.bot.store.StoreUnavailable when the database cannot do it now
   */
  public Optional<Result> since(Instant since) {
    if (experiment.name().isEmpty()) {
      return Optional.empty();
    }
    var from = since.isAfter(experiment.begin()) ? since : experiment.begin();
    var rows = commit.read(() -> outcomes.since(from.toEpochMilli()));
    var usual = arm(rows, false);
    var tried = arm(rows, true);
    return Optional.of(
        new Result(
            experiment.name(),
            usual,
            tried,
            SequentialTest.compare(usual.solved(), tried.solved())));
  }

  private Arm arm(List<TrialOutcomes.Row> rows, boolean tried) {
    var own =
        rows.stream().filter(row -> experiment.isTried(row.conversationId()) == tried).toList();
    return new Arm(
        new Count(own.size(), own.stream().filter(row -> !row.unsolved()).count()),
        own.stream().mapToLong(TrialOutcomes.Row::cost).sum());
  }
}
