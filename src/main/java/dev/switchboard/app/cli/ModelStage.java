package dev.switchboard.app.cli;

import dev.switchboard.bot.model.sandbox.ModelSandbox;
import dev.switchboard.bot.model.sandbox.Scenario;
import java.net.URI;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Sets models up for trying them out: a stand-in for a provider, with models of every kind. */
final class ModelStage implements AutoCloseable {
  private static final String MODELS = "switchboard.models.";
  private static final String SANDBOX = "sandbox";

  private static final int KEY = 24;

  private final ModelSandbox sandbox;
  private final String key;

  private ModelStage(ModelSandbox sandbox, String key) {
    this.sandbox = sandbox;
    this.key = key;
  }

  /** Starts the stand-in, and has the server that is about to start use it. */
  static ModelStage set(Map<String, Object> settings) {
    var sandbox = ModelSandbox.start(0);
    settings.put("switchboard.providers.sandbox.url", sandbox.url().toString());
    model(settings, "mini", "mini", "MINI");
    model(settings, "large", "large", "LARGE");
    settings.put(MODELS + "mini.abilities", "TOOLS");
    model(settings, "hearing", "whisper-1", "VOICE");
    model(settings, "speaking", "tts-1", "VOICE");
    settings.put(MODELS + "large.abilities", "IMAGE,TOOLS");
    for (var scenario : Scenario.values()) {
      var name = "fault-" + scenario.name().toLowerCase(Locale.ROOT).replace('_', '-');
      model(settings, name, name, "MINI");
      // Behind the good one, which answers where these fail.
      settings.put(MODELS + name + ".order", 1);
    }
    var bytes = new byte[KEY];
    new SecureRandom().nextBytes(bytes);
    var key = HexFormat.of().formatHex(bytes);
    settings.put("switchboard.api-keys.sandbox.key", key);
    return new ModelStage(sandbox, key);
  }

  private static void model(Map<String, Object> settings, String name, String model, String tier) {
    settings.put(MODELS + name + ".provider", SANDBOX);
    settings.put(MODELS + name + ".model", model);
    settings.put(MODELS + name + ".tier", tier);
    if (tier.equals("VOICE")) {
      return;
    }
    settings.put(MODELS + name + ".price-in", tier.equals("LARGE") ? 2.50 : 0.15);
    settings.put(MODELS + name + ".price-out", tier.equals("LARGE") ? 10 : 0.60);
  }

  /** What whoever started it may want to know. */
  List<String> hints(URI server) {
    return List.of(
        "A stand-in for a provider of models is at " + sandbox.url(),
        "Ask it: curl %s -H 'Authorization: Bearer %s' -H 'Content-Type: application/json' -d '%s'"
            .formatted(
                server.resolve("/v1/chat/completions"),
                key,
                "{\"model\":\"mini\",\"messages\":[{\"role\":\"user\",\"content\":\"hello\"}]}"));
  }

  @Override
  public void close() {
    sandbox.close();
  }
}
