package dev.switchboard.app.wiring;

import dev.switchboard.bot.ConversationEngine;
import dev.switchboard.knowledge.LuceneKnowledge;
import dev.switchboard.knowledge.confidence.Calibration;
import dev.switchboard.knowledge.evaluation.Evaluation;
import dev.switchboard.knowledge.evaluation.Outcome;
import dev.switchboard.knowledge.evaluation.QuestionFile;
import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * Sets the threshold by the team's own labelled questions: those that the setting names, or a
 * {@code questions.tsv} in the folder that is answered from.
 */
@Singleton
public final class TeamDial {

  private static final String BESIDE_THE_FILES = "questions.tsv";

  private final ConversationEngine engine;
  private final LuceneKnowledge knowledge;
  private final Optional<Path> questions;
  private final double accepted;

  TeamDial(
      ConversationEngine engine,
      LuceneKnowledge knowledge,
      @Property(name = "switchboard.questions") Optional<String> questions,
      @Property(name = StartingKnowledge.PATH) Optional<String> files,
      @Property(name = "switchboard.max-wrong-answers", defaultValue = "0.05") double accepted) {
    this.engine = engine;
    this.knowledge = knowledge;
    this.questions =
        questions.map(Path::of).or(() -> files.map(Path::of).flatMap(TeamDial::beside));
    this.accepted = accepted;
  }

  /**
   * Asks all questions and sets the threshold; some milliseconds a question.
   *
   * @return what the person who started the server should know, empty when there are no questions
   * @throws dev.switchboard.knowledge.evaluation.BadQuestionFile when they cannot be read
   */
  public Optional<String> set() {
    return questions.map(this::set);
  }

  private String set(Path file) {
    var outcomes = new Evaluation(engine).ask(QuestionFile.read(file));
    var judged = outcomes.stream().flatMap(Outcome::judged).toList();
    var thresholds = Calibration.accepting(accepted).thresholds(judged);
    thresholds.ifPresent(knowledge::decideBy);
    return thresholds
        .map(found ->
            String.format(
                Locale.ROOT,
                "Answers from a chance of %.0f %% on: by your %d labelled questions at most"
                    + " %.0f %% of the answers are wrong",
                found.answer() * 100,
                judged.size(),
                accepted * 100))
        .orElse(
            "Your %d labelled questions are too few, or too hard, to promise anything by them: the"
                    .formatted(judged.size())
                + " shipped threshold stays");
  }

  private static Optional<Path> beside(Path files) {
    var file = files.resolve(BESIDE_THE_FILES);
    return Files.isRegularFile(file) ? Optional.of(file) : Optional.empty();
  }
}
