package dev.switchboard.app.cli;

import dev.switchboard.knowledge.intake.Harvest;
import dev.switchboard.knowledge.intake.Import;
import dev.switchboard.knowledge.intake.Import.Vanished;
import dev.switchboard.knowledge.intake.ImportReport;
import dev.switchboard.knowledge.intake.KnowledgeReader;
import dev.switchboard.knowledge.intake.Problem;
import io.micronaut.context.ApplicationContext;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code import}: takes files, folders and web pages into the knowledge. */
@Command(
    name = "import",
    description = {
      "Take articles in from CSV, JSONL, Markdown, HTML, text, PDF and DOCX files, from folders of",
      "them, and from web pages or sitemaps. Importing the same again changes nothing."
    },
    footer = {
      "",
      "A file with an error is left out as a whole and named; everything else is taken in, and the",
      "exit code is 1. Stop the server first: only one process can have the data folder open.",
      "Pages of your own network are read when SWITCHBOARD_IMPORT_PRIVATE_HOSTS names their hosts,",
      "and other ports than 80 and 443 when SWITCHBOARD_IMPORT_PORTS does.",
      "",
      "  switchboard import faq.csv handbook/",
      "  switchboard import https://example.com/sitemap.xml",
      "  switchboard import handbook/ --prune       archive what is no longer in the folder"
    })
final class ImportCommand implements Callable<Integer> {
  private static final int SOMETHING_LEFT_OUT = 1;

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "PATH|URL",
      arity = "1..*",
      description = "Files, folders and addresses (http, https).")
  private List<String> sources;

  @Mixin private final DataOption data = new DataOption();

  @Option(names = "--prune", description = "Archive articles that are gone from their source.")
  private boolean prune;

  @Override
  public Integer call() {
    try (var context = Application.start(data.settings())) {
      var total = sources.stream().map(source -> bring(source, context)).reduce(Imported::and);
      var imported = total.orElse(Imported.NOTHING);
      spec.commandLine().getOut().println(imported.summary());
      spec.commandLine().getOut().flush();
      return imported.problems() == 0 ? 0 : SOMETHING_LEFT_OUT;
    }
  }

  private Imported bring(String source, ApplicationContext context) {
    Harvest harvest = read(source, context.getBean(KnowledgeReader.class));
    ImportReport report;
    try (var storing = progress("storing " + source)) {
      report =
          context
              .getBean(Import.class)
              .bring(harvest, prune ? Vanished.ARCHIVE : Vanished.REPORT, storing);
    }
    report.problems().stream().map(Problem::text).forEach(this::complain);
    return Imported.of(report);
  }

  private Harvest read(String source, KnowledgeReader reader) {
    try (var reading = progress("reading " + source)) {
      return isAddress(source)
          ? reader.read(address(source), reading)
          : reader.read(Path.of(source), reading);
    }
  }

  private static boolean isAddress(String source) {
    return source.toLowerCase(Locale.ROOT).matches("[a-z][a-z0-9+.-]*://.*");
  }

  private URI address(String source) {
    try {
      return URI.create(source);
    } catch (IllegalArgumentException wrong) {
      throw new ParameterException(
          spec.commandLine(), "this is no address: " + wrong.getMessage(), wrong);
    }
  }

  private ProgressLine progress(String what) {
    return ProgressLine.on(spec.commandLine().getErr(), what);
  }

  private void complain(String problem) {
    PrintWriter err = spec.commandLine().getErr();
    err.println(Printable.of(problem));
    err.flush();
  }
}
