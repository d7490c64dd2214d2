package dev.switchboard.app.cli;

import dev.switchboard.bot.model.Ability;
import dev.switchboard.bot.model.Model;
import dev.switchboard.bot.model.Probe;
import dev.switchboard.bot.store.StoreDefaults;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code models}: asks each model tiny questions and tells what came of it. */
@Command(
    name = "models",
    description = {
      "Try the models that are set up: each is asked a few tiny questions.",
      "Shown are how long it took, what a thousand usual questions (1,500 tokens in,",
      "150 out) would cost, and what it can do beside reading and writing; of what",
      "does not work, the reason."
    },
    footer = {
      "",
      "Models are set up in the configuration:",
      "  switchboard.providers.openai.url: https://api.openai.com/v1",
      "  switchboard.providers.openai.key: ${OPENAI_API_KEY}",
      "  switchboard.models.mini: {provider: openai, model: gpt-4o-mini}"
    })
final class ModelsCommand implements Runnable {
  private static final double MICRO = 1_000_000;

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    var settings = new HashMap<String, Object>();
    // Nothing is booked, so nothing has to be opened that a server may have open.
    settings.put(Application.DATABASE, StoreDefaults.inMemory("models-" + UUID.randomUUID()));
    try (var context = Application.start(settings)) {
      var found = context.getBean(Probe.class).all();
      var out = spec.commandLine().getOut();
      if (found.isEmpty()) {
        out.println(
            "No model is set up; the bot answers without one. See switchboard models --help.");
      }
      for (var one : found) {
        out.println(Printable.of(line(one)));
        abilities(one).forEach(line -> out.println("             " + line));
      }
      out.flush();
      if (found.stream().anyMatch(one -> !one.trouble().isEmpty())) {
        throw new Failure("not every model answers");
      }
    }
  }

  private static String line(Probe.Found found) {
    var model = found.model();
    return "%-12s %-8s %-24s %s"
        .formatted(
            model.name(),
            model.tier().name().toLowerCase(Locale.ROOT),
            model.id(),
            found.trouble().isEmpty() ? good(found) : found.trouble());
  }

  private static String good(Probe.Found found) {
    var first = found.model().quirks().streams() ? ", first word " + millis(found) : "";
    return "answers in %d ms%s; 1,000 questions: %s"
        .formatted(found.whole().toMillis(), first, price(found));
  }

  /** What it can do, and where that is not what is set up. */
  private static List<String> abilities(Probe.Found found) {
    if (!found.trouble().isEmpty()) {
      return List.of();
    }
    var known = found.model().abilities();
    var lines = new ArrayList<String>();
    lines.add("can: " + named(found.can()).orElse("read and write"));
    named(without(without(known, found.can()), without(known, Probe.Found.TRIED)))
        .ifPresent(names -> lines.add("does not: %s, which is set up for it".formatted(names)));
    named(without(found.can(), known))
        .ifPresent(names -> lines.add("add to its abilities to use it: " + names));
    return lines;
  }

  private static Set<Ability> without(Set<Ability> abilities, Set<Ability> others) {
    return abilities.stream()
        .filter(ability -> !others.contains(ability))
        .collect(Collectors.toSet());
  }

  private static Optional<String> named(Set<Ability> abilities) {
    return Optional.of(
            abilities.stream()
                .map(ability -> ability.name().toLowerCase(Locale.ROOT))
                .sorted()
                .collect(Collectors.joining(", ")))
        .filter(names -> !names.isEmpty());
  }

  private static String millis(Probe.Found found) {
    return found.first().toMillis() + " ms";
  }

  private static String price(Probe.Found found) {
    Model model = found.model();
    return model.price().in() == 0 && model.price().out() == 0
        ? "no price is set"
        : "$%.2f".formatted(found.perThousand() / MICRO);
  }
}
