package dev.switchboard.app.cli;

import dev.switchboard.bot.Ascent;
import dev.switchboard.bot.Rung;
import dev.switchboard.bot.cascade.Means;
import dev.switchboard.bot.cascade.Policies;
import dev.switchboard.bot.cascade.Replay;
import dev.switchboard.bot.cascade.Replay.Toll;
import dev.switchboard.bot.conversation.Ascents;
import dev.switchboard.bot.model.Models;
import dev.switchboard.bot.model.Probe;
import dev.switchboard.bot.model.Tier;
import dev.switchboard.bot.store.DataFolderInUse;
import dev.switchboard.bot.store.StoreRefused;
import io.micronaut.context.exceptions.ConfigurationException;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code replay}: what another routing policy would have come to. */
@Command(
    name = "replay",
    description = {
      "Route the questions of the last days anew, under another policy, before it is",
      "put in force. Shown are what would begin on another rung and why, what it would",
      "cost and how long customers would wait. No model is asked, nothing is changed."
    },
    footer = {
      "",
      "Policies are set up in the configuration; what one does not say is as in \"standard\":",
      "  switchboard.policies.thrifty: {large-until: 0.5, rungs: {cross: mini}}",
      "  switchboard.policy: thrifty         puts it in force"
    })
final class ReplayCommand implements Runnable {
  private static final double MICRO = 1_000_000;
  private static final int PERCENT = 100;
  private static final Pattern SPAN = Pattern.compile("(\\d{1,4})([dhm])");
  private static final Duration UNKNOWN = Duration.ofSeconds(2);

  @Spec private CommandSpec spec;

  @Option(names = "--policy", paramLabel = "NAME", required = true, description = "The policy.")
  private String policy = "";

  @Option(
      names = "--since",
      paramLabel = "SPAN",
      description = "How far back: 7d, 24h, 30m. Default: ${DEFAULT-VALUE}")
  private String since = "7d";

  @Mixin private final DataOption data = new DataOption();

  @Override
  public void run() {
    var span = span();
    if (!Application.hasStore(data.settings())) {
      throw new Failure("nothing was asked yet: there is no data in the folder");
    }
    try (var context = Application.start(data.settings())) {
      var policies = context.getBean(Policies.class);
      var other = policies.named(policy);
      var models = context.getBean(Models.class);
      var from = context.getBean(Clock.class).instant().minus(span);
      var asked = context.getBean(Ascents.class).since(from);
      var replay =
          Replay.of(
              asked,
              means(models, asked),
              policies.inForce(),
              other,
              Map.of(Rung.MINI, toll(models, Tier.MINI), Rung.LARGE, toll(models, Tier.LARGE)));
      print(replay, policies.inForce().name());
    } catch (ConfigurationException wrong) {
      throw new Failure(String.valueOf(wrong.getMessage()), wrong);
    } catch (RuntimeException fault) {
      throw StoreRefused.behind(fault)
          .filter(DataFolderInUse.class::isInstance)
          .<RuntimeException>map(inUse -> new Failure(String.valueOf(inUse.getMessage()), inUse))
          .orElse(fault);
    }
  }

  private Duration span() {
    var written = SPAN.matcher(since);
    if (!written.matches()) {
      throw new ParameterException(spec.commandLine(), "--since is like 7d, 24h or 30m");
    }
    long number = Long.parseLong(written.group(1));
    return switch (written.group(2)) {
      case "d" -> Duration.of(number, ChronoUnit.DAYS);
      case "h" -> Duration.ofHours(number);
      default -> Duration.ofMinutes(number);
    };
  }

  // What is set up here, or was asked then, whether or not it answers now.
  private static Means means(Models models, List<Ascent> asked) {
    boolean mini = !models.of(Tier.MINI).isEmpty() || was(asked, Rung.MINI);
    boolean large = !models.of(Tier.LARGE).isEmpty() || was(asked, Rung.LARGE);
    return new Means(mini, large, large, 0);
  }

  private static boolean was(List<Ascent> asked, Rung rung) {
    return asked.stream()
        .flatMap(ascent -> ascent.steps().stream())
        .anyMatch(step -> step.rung() == rung && !step.model().isEmpty());
  }

  private static Toll toll(Models models, Tier tier) {
    return models.of(tier).stream()
        .findFirst()
        .map(model -> new Toll(Probe.usualCost(model), UNKNOWN.toMillis()))
        .orElse(new Toll(0, 0));
  }

  private void print(Replay replay, String inForce) {
    var out = spec.commandLine().getOut();
    if (replay.questions() == 0) {
      out.println("Nothing was asked in that time.");
      out.flush();
      return;
    }
    out.printf(Locale.ROOT, "Questions of the last %2$s: %1$,d%n%n", replay.questions(), since);
    row(out, "", inForce, policy);
    for (var rung : Rung.values()) {
      row(
          out,
          rung.name().toLowerCase(Locale.ROOT),
          begun(replay.before(), rung),
          begun(replay.after(), rung));
    }
    both(out, "models cost", replay, sums -> "$%.4f".formatted(sums.cost() / MICRO));
    both(out, "wait for models", replay, sums -> sums.millis() + " ms");
    long changed = replay.changes().stream().mapToLong(Replay.Change::questions).sum();
    out.printf(
        Locale.ROOT,
        "%n%,d questions (%.1f %%) begin elsewhere%n",
        changed,
        (double) PERCENT * changed / replay.questions());
    for (var change : replay.changes()) {
      out.printf(
          Locale.ROOT,
          "  %,6d  %s -> %s  %s%n",
          change.questions(),
          change.from().name().toLowerCase(Locale.ROOT),
          change.to().name().toLowerCase(Locale.ROOT),
          Printable.of(change.because()));
    }
    out.flush();
  }

  private static void both(
      PrintWriter out, String name, Replay replay, Function<Replay.Sums, String> value) {
    row(out, name, value.apply(replay.before()), value.apply(replay.after()));
  }

  private static String begun(Replay.Sums sums, Rung rung) {
    return "%,d".formatted(sums.begun().getOrDefault(rung, 0L));
  }

  private static void row(PrintWriter out, String name, String before, String after) {
    out.printf(Locale.ROOT, "%-16s %14s %14s%n", name, before, after);
  }
}
