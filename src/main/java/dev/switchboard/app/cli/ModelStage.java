package dev.switchboard.app.cli;

import dev.switchboard.bot.model.sandbox.ModelSandbox;
import dev.switchboard.bot.model.sandbox.Scenario;
import java.net.URI;
import java.util.Locale;
import java.util.Map;

/** Sets models up for trying them out: a stand-in for a provider, with models of every kind. */
final class ModelStage implements AutoCloseable {
  private static final String MODELS = "switchboard.models.";
  private static final String SANDBOX = "sandbox";

  private final ModelSandbox sandbox;

  private ModelStage(ModelSandbox sandbox) {
    this.sandbox = sandbox;
  }

  /** Starts the stand-in, and has the server that is about to start use it. */
  static ModelStage set(Map<String, Object> settings) {
    var sandbox = ModelSandbox.start(0);
    settings.put("switchboard.providers.sandbox.url", sandbox.url().toString());
    model(settings, "mini", "mini", "MINI");
    model(settings, "large", "large", "LARGE");
    for (var scenario : Scenario.values()) {
      var name = "fault-" + scenario.name().toLowerCase(Locale.ROOT).replace('_', '-');
      model(settings, name, name, "MINI");
      // Behind the good one, which answers where these fail.
      settings.put(MODELS + name + ".order", 1);
    }
    return new ModelStage(sandbox);
  }

  private static void model(Map<String, Object> settings, String name, String model, String tier) {
    settings.put(MODELS + name + ".provider", SANDBOX);
    settings.put(MODELS + name + ".model", model);
    settings.put(MODELS + name + ".tier", tier);
    settings.put(MODELS + name + ".price-in", tier.equals("LARGE") ? 2.50 : 0.15);
    settings.put(MODELS + name + ".price-out", tier.equals("LARGE") ? 10 : 0.60);
  }

  URI url() {
    return sandbox.url();
  }

  @Override
  public void close() {
    sandbox.close();
  }
}
