package dev.switchboard.app.cli;

import static java.util.Objects.requireNonNull;

import dev.switchboard.bot.triage.LanguageOf;
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
import picocli.CommandLine.Spec;

/** {@code train}: learns the ranking's weights anew; for those who develop Switchboard. */
@Command(
    name = "train",
    hidden = true,
    description = "Learn the ranking's weights anew, as the shipped ones were learned.")
final class TrainCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Option(
      names = "--data",
      required = true,
      paramLabel = "DIR",
      description = "Folder with banking77 and clinc150 (faq_full.csv, questions_dev.tsv).")
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
    var languages = new LanguageOf(() -> Set.of(Locale.ENGLISH));
    try (var model = PairedModel.shipped()) {
      var weights =
          new Curriculum(model, languages::of, this::tell).learn(requireNonNull(data), own);
      Files.write(requireNonNull(out), weights);
    } catch (IOException e) {
      throw new Failure("cannot write " + out, e);
    }
  }

  private void tell(String line) {
    spec.commandLine().getErr().println(line);
    spec.commandLine().getErr().flush();
  }
}
