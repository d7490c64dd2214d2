package dev.switchboard.channel.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.switchboard.bot.cascade.Trials;
import dev.switchboard.bot.conversation.Costs;
import dev.switchboard.bot.conversation.ExperimentResults;
import dev.switchboard.bot.model.Spending;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells admins what models cost. */
@Controller("/desk/api/costs")
@Hidden
@Secured("ADMIN")
@ExecuteOn(TaskExecutors.BLOCKING)
final class CostsController {
  private static final int LONGEST = 92;

  private final Costs costs;
  private final Trials trials;
  private final ExperimentResults experiments;
  private final Clock clock;

  CostsController(Costs costs, Trials trials, ExperimentResults experiments, Clock clock) {
    this.experiments = experiments;
    this.costs = costs;
    this.trials = trials;
    this.clock = clock;
  }

  /**
   * What it came to; costs in millionths of a dollar.
   *
   * @param days how many days it is about
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Shown(
      int days,
      long questions,
      long cost,
      @Nullable Long largeOnly,
      List<Line> lines,
      List<Part> rungs,
      List<Part> channels,
      List<Part> topics,
      List<Trial> trials,
      @Nullable Compared experiment) {}

  /** What an experiment has shown. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Compared(String name, String verdict, List<Arm> arms) {
    private static Compared of(ExperimentResults.Result result) {
      return new Compared(
          result.name(),
          result.verdict(),
          List.of(Arm.of("in force", result.usual()), Arm.of("tried", result.tried())));
    }
  }

  /** One side of an experiment; costs in millionths of a dollar. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Arm(String name, long conversations, long solved, long cost) {
    private static Arm of(String name, ExperimentResults.Arm arm) {
      return new Arm(name, arm.solved().all(), arm.solved().successes(), arm.cost());
    }
  }

  /** What a model on trial came to. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Trial(
      String model,
      long asked,
      long answered,
      long sentences,
      long dropped,
      long sameSources,
      long cost,
      long millis) {
    private static Trial of(Trials.Score score) {
      return new Trial(
          score.model(),
          score.asked(),
          score.answered(),
          score.sentences(),
          score.dropped(),
          score.sameSources(),
          score.cost(),
          score.millis());
    }
  }

  /** Calls of a model for the same purpose on a day. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Line(
      String day,
      String model,
      String tier,
      String purpose,
      long calls,
      long failed,
      long tokensIn,
      long tokensOut,
      long cost) {
    private static Line of(Spending spending) {
      return new Line(
          LocalDate.ofEpochDay(spending.onDay()).toString(),
          spending.model(),
          spending.tier(),
          spending.purpose(),
          spending.calls(),
          spending.failed(),
          spending.tokensIn(),
          spending.tokensOut(),
          spending.cost());
    }
  }

  /** A part of the questions. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Part(String name, long questions, long cost) {
    private static Part of(Costs.Share share) {
      return new Part(share.name(), share.questions(), share.cost());
    }
  }

  @Get
  HttpResponse<Shown> costs(@QueryValue(defaultValue = "30") int days) {
    int asked = Math.clamp(days, 1, LONGEST);
    var since = clock.instant().minus(Duration.ofDays(asked));
    var sum = costs.since(since);
    return HttpResponse.ok(
            new Shown(
                asked,
                sum.questions(),
                sum.cost(),
                sum.largeOnly().orElse(null),
                sum.lines().stream().map(Line::of).toList(),
                sum.rungs().stream().map(Part::of).toList(),
                sum.channels().stream().map(Part::of).toList(),
                sum.topics().stream().map(Part::of).toList(),
                trials.since(since).stream().map(Trial::of).toList(),
                experiments.since(since).map(Compared::of).orElse(null)))
        .header(HttpHeaders.CACHE_CONTROL, "no-store");
  }
}
