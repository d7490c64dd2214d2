package dev.switchboard.app.cli;

import dev.switchboard.bot.model.Model;
import dev.switchboard.bot.model.Probe;
import dev.switchboard.bot.store.StoreDefaults;
import java.util.HashMap;
import java.util.Locale;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code models}: asks each model one tiny question and tells what came of it. */
@Command(
    name = "models",
    description = {
      "Try the models that are set up: each is asked one tiny question.",
      "Shown are how long it took and what a thousand usual questions (1,500 tokens in, 150 out)",
      "would cost; of what does not work, the reason."
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
      found.forEach(one -> out.println(Printable.of(line(one))));
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
