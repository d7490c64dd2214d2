package dev.switchboard.app.cli;

import dev.switchboard.bot.Message;
import dev.switchboard.bot.Signal;
import dev.switchboard.bot.Tone;
import dev.switchboard.bot.safety.Injection;
import dev.switchboard.bot.triage.Triage;
import dev.switchboard.escalation.tone.Tones;
import dev.switchboard.knowledge.embedding.PairedModel;
import dev.switchboard.knowledge.evaluation.BadQuestionFile;
import dev.switchboard.knowledge.evaluation.CaseFile;
import dev.switchboard.knowledge.evaluation.LabelledCase;
import dev.switchboard.knowledge.evaluation.SignalScores;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/** Measures how well a signal is read out of messages. */
final class SignalEval {

  private final EvalSink sink;

  SignalEval(EvalSink sink) {
    this.sink = sink;
  }

  /** What can be measured. */
  enum Measured {
    WANTS_HUMAN("wants-human", "Wants a person"),
    ANNOYED("annoyed", "Annoyed"),
    ABUSE("abuse", "Abusive"),
    INJECTION("injection", "Instructs the model");

    private final String option;
    private final String title;

    Measured(String option, String title) {
      this.option = option;
      this.title = title;
    }

    /** As it is named on the command line. */
    String option() {
      return option;
    }
  }

  void run(Measured signal, Path file) {
    try {
      var cases = CaseFile.read(file);
      show(
          signal,
          switch (signal) {
            case WANTS_HUMAN -> wish(cases);
            case ANNOYED -> tone(cases, Signal.ANNOYED, Tone::annoyed);
            case ABUSE -> tone(cases, Signal.ABUSIVE, Tone::abusive);
            case INJECTION -> SignalScores.of(cases, Injection::isIn, Injection::chance);
          });
    } catch (BadQuestionFile bad) {
      throw new Failure(String.valueOf(bad.getMessage()), bad);
    }
  }

  private static SignalScores wish(List<LabelledCase> cases) {
    var triage = new Triage(Set::of);
    return SignalScores.of(
        cases,
        text -> triage.read(new Message(text, List.of())).signals().contains(Signal.WANTS_PERSON));
  }

  private static SignalScores tone(
      List<LabelledCase> cases, Signal signal, ToDoubleFunction<Tone> chance) {
    try (var model = PairedModel.shipped()) {
      var tones = Tones.shipped(model);
      Map<String, Tone> heard = new HashMap<>();
      return SignalScores.of(
          cases,
          text -> heard.computeIfAbsent(text, tones::of).signals().contains(signal),
          text -> chance.applyAsDouble(heard.computeIfAbsent(text, tones::of)));
    }
  }

  private void show(Measured signal, SignalScores scores) {
    var title = "%s: %d of %d cases".formatted(signal.title, scores.positives(), scores.n());
    sink.table(SignalTable.of(title, scores, signal != Measured.WANTS_HUMAN));
    sink.figures(EvalJson.of(scores));
  }
}
