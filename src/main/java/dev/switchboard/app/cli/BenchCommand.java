package dev.switchboard.app.cli;

import dev.switchboard.app.bench.Bench;
import dev.switchboard.app.bench.Machine;
import dev.switchboard.app.bench.Plan;
import dev.switchboard.app.bench.Results;
import dev.switchboard.app.bench.Section;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bench}: measures speed, ours and what it could be at best. */
@Command(
    name = "bench",
    description = {
      "Measure speed on this machine: ours and a floor in turns, on made-up articles.",
      "Trust ratios, best rounds and CPU time; on a busy machine nothing else."
    },
    footer = {
      "",
      "  switchboard bench                                everything",
      "  switchboard bench --quick --sizes 200            does it work at all?",
      "  switchboard bench answer floors --sizes 1000,100000",
      "  switchboard bench fusion --labelled my-labelled-questions/"
    })
final class BenchCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "SECTION",
      description = "answer, embedding, index, fusion, start, floors; all when none is named.")
  private List<String> sections = List.of();

  @Option(
      names = "--sizes",
      paramLabel = "N",
      split = ",",
      defaultValue = "1000,10000",
      description = "Numbers of articles. Default: ${DEFAULT-VALUE}.")
  private List<Integer> sizes = List.of();

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "5",
      description = "How often each is measured in turn. Default: ${DEFAULT-VALUE}.")
  private int rounds;

  @Option(names = "--quick", description = "Ask few questions; the figures mean little.")
  private boolean quick;

  @Option(
      names = "--labelled",
      paramLabel = "DIR",
      description = "Folder with faq.csv and questions*.tsv for fusion; may be repeated.")
  private List<Path> labelled = List.of();

  @Option(
      names = "--json",
      paramLabel = "OUT",
      description = "Write the figures as JSON to this file; - is standard output.")
  private @Nullable String json;

  @Override
  public void run() {
    var out = spec.commandLine().getOut();
    var err = spec.commandLine().getErr();
    var sink = new EvalSink(out, err, json);
    var table = new BenchTable("-".equals(json) ? err : out);
    var plan = plan();
    double load = Machine.load();
    sink.remark("%d cores, load average %.2f".formatted(Machine.cores(), load));
    if (Machine.isBusy()) {
      sink.remark("the machine is busy: trust ratios, best rounds and CPU time only");
    }
    var results = new Results(table::line);
    try {
      new Bench(new BenchHost(), sink::remark).run(plan, results);
    } catch (IOException | SQLException fault) {
      throw new Failure("cannot measure: " + fault.getMessage(), fault);
    }
    table.goals(results.goals());
    sink.figures(BenchJson.of(results, load));
  }

  private Plan plan() {
    var wanted =
        sections.stream()
            .map(this::section)
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(Section.class)));
    try {
      var all = wanted.isEmpty() ? EnumSet.allOf(Section.class) : wanted;
      return new Plan(all, sizes, quick ? 1 : rounds, quick, labelled);
    } catch (IllegalArgumentException fault) {
      throw new ParameterException(spec.commandLine(), String.valueOf(fault.getMessage()), fault);
    }
  }

  private Section section(String name) {
    try {
      return Section.valueOf(name.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException unknown) {
      throw new ParameterException(
          spec.commandLine(), "there is no section '%s'".formatted(name), unknown);
    }
  }
}
