package dev.switchboard.app.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code eval}: measures how good the bot would be, on labelled examples. */
@Command(
    name = "eval",
    description = {
      "Measure how good the bot would be on questions of your own.",
      "Every question is asked of the same engine that serves customers; nothing is stored."
    },
    footer = {
      "",
      "FILE.tsv has a header question<TAB>expected, then one question a line; expected are article",
      "ids joined by |, or - where your knowledge holds no answer.",
      "",
      "  switchboard eval --knowledge faq.csv --questions questions.tsv --report report.html",
      "  switchboard eval --knowledge docs/ --questions questions.tsv --max-wrong-answers 0.02",
      "  switchboard eval --signal wants-human --cases cases.tsv     (text<TAB>label, 1 or 0)",
      "  switchboard eval --pii texts.jsonl     ({\"text\":..,\"spans\":[{\"type\",\"start\",\"end\"}]})",
      "  switchboard eval --grounding answers.tsv     (evidence<TAB>answer<TAB>label)"
    })
final class EvalCommand implements Runnable {

  private static final double USUAL_SHARE = 0.05;
  private static final String AVAILABLE =
      "available are --knowledge with --questions, --signal wants-human, annoyed, abuse"
          + " or injection with --cases, --pii and --grounding";

  @Spec private CommandSpec spec;

  @Option(
      names = "--knowledge",
      paramLabel = "PATH",
      description = "The CSV, file or folder to answer from.")
  private @Nullable Path knowledge;

  @Option(
      names = "--questions",
      paramLabel = "FILE",
      description = "Questions with the articles expected.")
  private @Nullable Path questions;

  @Option(
      names = "--max-wrong-answers",
      paramLabel = "SHARE",
      description = {
        "Highest share of wrong answers you accept, above 0 and below 1. Given, each half of the",
        "questions is decided at the threshold that the other half promises this at; not given,",
        "the shipped thresholds decide and the report shows what 0.05 would mean."
      })
  private @Nullable Double maxWrongAnswers;

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = "Write an HTML page with charts and the worst mistakes.")
  private @Nullable Path report;

  @Option(
      names = "--signal",
      paramLabel = "NAME",
      description = "Measure a signal instead: wants-human, annoyed, abuse or injection.")
  private @Nullable String signal;

  @Option(names = "--cases", paramLabel = "FILE", description = "Texts labelled 1 or 0.")
  private @Nullable Path cases;

  @Option(
      names = "--json",
      paramLabel = "OUT",
      description = "Write the figures as JSON to this file; - is standard output.")
  private @Nullable String json;

  @Option(
      names = "--pii",
      paramLabel = "FILE",
      description = "Measure instead how well personal data is found; FILE is JSONL.")
  private @Nullable Path pii;

  @Option(
      names = "--grounding",
      paramLabel = "FILE",
      description = "Measure instead how well unsupported answers are told.")
  private @Nullable Path grounding;

  @Option(
      names = "--cache",
      description = "Measure instead how often questions are answered as one that means the same.")
  private boolean cache;

  @Option(
      names = "--routing",
      description = "Tell instead who would answer with models, and what it would cost.")
  private boolean routing;

  @Override
  public void run() {
    var sink = new EvalSink(spec.commandLine().getOut(), spec.commandLine().getErr(), json);
    if (cache) {
      measureCache(sink);
    } else if (routing) {
      if (questions == null) {
        throw wrong("--routing needs --questions");
      }
      new RoutingEval(sink).run(knowledge, questions);
    } else if (grounding != null) {
      measureGrounding(sink, grounding);
    } else if (pii != null) {
      measurePrivacy(sink, pii);
    } else if (signal != null || cases != null) {
      measureSignal(sink);
    } else if (knowledge != null && questions != null) {
      new KnowledgeEval(sink)
          .run(knowledge, questions, accepted(), maxWrongAnswers != null, report);
    } else {
      throw wrong("what to measure is missing; " + AVAILABLE);
    }
  }

  private void measureCache(EvalSink sink) {
    if (knowledge == null || questions == null) {
      throw wrong("--cache needs --knowledge and --questions");
    }
    new CacheEval(sink).run(knowledge, questions);
  }

  private void measureSignal(EvalSink sink) {
    if (signal == null) {
      throw wrong("--cases needs --signal wants-human, annoyed, abuse or injection");
    }
    var measured =
        Arrays.stream(SignalEval.Measured.values())
            .filter(one -> one.option().equals(signal))
            .findFirst()
            .orElseThrow(() -> wrong("there is no signal %s; %s".formatted(signal, AVAILABLE)));
    if (cases == null || knowledge != null || questions != null || report != null) {
      throw wrong("--signal takes --cases and nothing beside it but --json");
    }
    new SignalEval(sink).run(measured, cases);
  }

  private void measurePrivacy(EvalSink sink, Path file) {
    if (Stream.of(knowledge, questions, cases, report, signal).anyMatch(Objects::nonNull)) {
      throw wrong("--pii takes nothing beside it but --json");
    }
    new PrivacyEval(sink).run(file);
  }

  private void measureGrounding(EvalSink sink, Path file) {
    if (Stream.of(knowledge, questions, cases, report, signal, pii).anyMatch(Objects::nonNull)) {
      throw wrong("--grounding takes nothing beside it but --json");
    }
    new GroundingEval(sink).run(file);
  }

  private double accepted() {
    double share = maxWrongAnswers == null ? USUAL_SHARE : maxWrongAnswers;
    if (!(share > 0 && share < 1)) {
      throw wrong("--max-wrong-answers must be above 0 and below 1");
    }
    return share;
  }

  private ParameterException wrong(String reason) {
    return new ParameterException(spec.commandLine(), reason);
  }
}
