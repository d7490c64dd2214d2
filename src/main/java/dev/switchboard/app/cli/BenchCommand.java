package dev.switchboard.app.cli;

import dev.switchboard.app.bench.Bench;
import dev.switchboard.app.bench.Machine;
import dev.switchboard.app.bench.Plan;
import dev.switchboard.app.bench.Results;
import dev.switchboard.app.bench.Section;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
      "Trust ratios, best rounds and CPU time; on a busy machine nothing else.",
      "faults kills servers under load and fails when a promise is broken."
    },
    footer = {
      "",
      "  switchboard bench                                everything but faults and load",
      "  switchboard bench --quick --sizes 200            does it work at all?",
      "  switchboard bench answer floors --sizes 1000,100000",
      "  switchboard bench fusion --labelled my-labelled-questions/",
      "  switchboard bench faults --kills 10 --on h2",
      "  switchboard bench load --quick"
    })
final class BenchCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "SECTION",
      description = {
        "answer, embedding, index, fusion, models, start, floors; all of these when none is named.",
        "faults, load: they take long, and only when they are named."
      })
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

  @Mixin private BenchDatabases databases = new BenchDatabases();

  @Mixin private FaultOptions faults = new FaultOptions();

  @Mixin private LoadOptions load = new LoadOptions();

  @Override
  public void run() {
    var out = spec.commandLine().getOut();
    var err = spec.commandLine().getErr();
    var sink = new EvalSink(out, err, json);
    var table = new BenchTable("-".equals(json) ? err : out);
    var plan = plan();
    double loadAverage = Machine.load();
    sink.remark("%d cores, load average %.2f".formatted(Machine.cores(), loadAverage));
    if (Machine.isBusy()) {
      sink.remark("the machine is busy: trust ratios, best rounds and CPU time only");
    }
    var results = new Results(table::line);
    boolean kept = measure(plan, results, sink);
    table.goals(results.goals());
    sink.figures(BenchJson.of(results, loadAverage));
    if (!kept) {
      throw new Failure("a promise was broken: see the goals that were not met");
    }
  }

  private boolean measure(Plan plan, Results results, EvalSink sink) {
    try {
      new Bench(new BenchHost(), sink::remark).run(plan, results);
      if (plan.has(Section.LOAD)) {
        load.run(quick, databases, results, sink::remark);
      }
      return !plan.has(Section.FAULTS) || faults.run(databases, results, sink::remark);
    } catch (IOException | SQLException fault) {
      throw new Failure("cannot measure: " + fault.getMessage(), fault);
    }
  }

  private Plan plan() {
    var wanted =
        sections.stream()
            .map(this::section)
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(Section.class)));
    try {
      return new Plan(
          wanted.isEmpty() ? ordinary() : wanted, sizes, quick ? 1 : rounds, quick, labelled);
    } catch (IllegalArgumentException fault) {
      throw new ParameterException(spec.commandLine(), String.valueOf(fault.getMessage()), fault);
    }
  }

  private static Set<Section> ordinary() {
    return Arrays.stream(Section.values())
        .filter(section -> !section.isLong())
        .collect(Collectors.toSet());
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
