package dev.switchboard.app.cli;

import static java.util.Objects.requireNonNull;

import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.switchboard.bot.triage.LanguageOf;
import dev.switchboard.escalation.tone.ToneTraining;
import dev.switchboard.knowledge.embedding.PairedModel;
import dev.switchboard.knowledge.training.Curriculum;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code train}: learns the shipped weights anew; for those who develop Switchboard. */
@Command(
    name = "train",
    hidden = true,
    description = "Learn weights anew, as the shipped ones were learned.")
final class TrainCommand implements Runnable {

  @Spec private CommandSpec spec;

  /** What can be learned. */
  enum What {
    /** What the ranking goes by. */
    RANKING,
    /** How annoyance and abuse sound. */
    TONES
  }

  @Parameters(
      paramLabel = "WHAT",
      arity = "0..1",
      defaultValue = "RANKING",
      description = "ranking or tones. Default: ranking.")
  private What what = What.RANKING;

  @Option(
      names = "--data",
      required = true,
      paramLabel = "DIR",
      description = {
        "Folder with banking77 and clinc150 (faq_full.csv, questions_dev.tsv), for the tones also",
        "with signals (annoyed_train.tsv, abuse_train.tsv)."
      })
  private @Nullable Path data;

  @Option(
      names = "--own",
      split = ",",
      paramLabel = "DIR,...",
      defaultValue =
          "src/main/resources/sample,knowledge/src/training/hosting,knowledge/src/training/insurance",
      description = "Folders with articles and a questions.tsv each. Default: ${DEFAULT-VALUE}.")
  private List<Path> own = List.of();

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "Where the weights are written.")
  private @Nullable Path out;

  @Override
  public void run() {
    try (var model = PairedModel.shipped()) {
      switch (what) {
        case RANKING -> Files.write(requireNonNull(out), ranking(model));
        case TONES -> Files.write(requireNonNull(out), tones(model));
      }
    } catch (IOException e) {
      throw new Failure("cannot write " + out, e);
    }
  }

  private List<String> ranking(EmbeddingModel model) {
    var languages = new LanguageOf(() -> Set.of(Locale.ENGLISH));
    return new Curriculum(model, languages::of, this::tell).learn(requireNonNull(data), own);
  }

  private byte[] tones(EmbeddingModel model) {
    var lessons = new ToneLessons(requireNonNull(data));
    return new ToneTraining(model).learn(lessons.annoyed(), lessons.abusive());
  }

  private void tell(String line) {
    spec.commandLine().getErr().println(line);
    spec.commandLine().getErr().flush();
  }
}
