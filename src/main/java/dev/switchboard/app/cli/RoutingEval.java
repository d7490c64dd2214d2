package dev.switchboard.app.cli;

import dev.switchboard.app.ThrowawayBot;
import dev.switchboard.bot.Ascent;
import dev.switchboard.bot.Message;
import dev.switchboard.bot.Rung;
import dev.switchboard.bot.cascade.Means;
import dev.switchboard.bot.cascade.Policy;
import dev.switchboard.bot.cascade.Replay;
import dev.switchboard.bot.cascade.Replay.Toll;
import dev.switchboard.knowledge.evaluation.BadQuestionFile;
import dev.switchboard.knowledge.evaluation.LabelledQuestion;
import dev.switchboard.knowledge.evaluation.QuestionFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells who would answer questions if there were models, and what that would cost. */
final class RoutingEval {
  private static final int PERCENT = 100;
  private static final int THOUSAND = 1_000;
  private static final double MICRO = 1_000_000;

  // 1,500 tokens in and 150 out, at the prices of gpt-4o-mini and gpt-4o.
  private static final Map<Rung, Toll> USUAL =
      Map.of(Rung.MINI, new Toll(315, 0), Rung.LARGE, new Toll(5_250, 0));

  private final EvalSink sink;

  RoutingEval(EvalSink sink) {
    this.sink = sink;
  }

  void run(@Nullable Path knowledge, Path file) {
    var questions = questions(file);
    try (var bot =
        knowledge == null
            ? ThrowawayBot.ofSample()
            : ThrowawayBot.of(KnowledgePath.existing(knowledge))) {
      List<Ascent> asked =
          questions.stream()
              .map(question -> bot.engine().reply(new Message(question.text(), List.of())))
              .flatMap(reply -> reply.receipt().ascents().stream())
              .toList();
      show(
          Replay.of(asked, Means.ALL, Policy.STANDARD, Policy.STANDARD, USUAL).after(),
          asked.size());
    }
  }

  private static List<LabelledQuestion> questions(Path file) {
    try {
      return QuestionFile.read(file);
    } catch (BadQuestionFile bad) {
      throw new Failure(String.valueOf(bad.getMessage()), bad);
    }
  }

  private void show(Replay.Sums sums, int questions) {
    var table = new StringBuilder();
    table.append("Who answers, of %,d questions%n".formatted(questions));
    for (var rung : Rung.values()) {
      table.append(
          String.format(
              Locale.ROOT,
              "%8.1f %%  %s%n",
              (double) PERCENT * sums.begun().getOrDefault(rung, 0L) / questions,
              rung.name().toLowerCase(Locale.ROOT)));
    }
    double thousand = (double) sums.cost() * THOUSAND / questions / MICRO;
    double large = toll(Rung.LARGE) * THOUSAND / MICRO;
    table.append(
        String.format(
            Locale.ROOT,
            "A thousand questions cost $%.2f; with the large model alone $%.2f%n",
            thousand,
            large));
    sink.table(table.toString());
    sink.figures(
        String.format(
            Locale.ROOT,
            "{\"n\":%d,\"dollars_per_thousand\":%.4f,\"large_only\":%.4f}",
            questions,
            thousand,
            large));
  }

  private static double toll(Rung rung) {
    return USUAL.getOrDefault(rung, new Toll(0, 0)).cost();
  }
}
