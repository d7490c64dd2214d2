package dev.switchboard.channel.slack.sandbox;

import com.google.gson.JsonObject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The addresses by which the app can change the message that somebody used. */
final class Hooks {
  private final Town town;
  private final Map<String, String> messages = new ConcurrentHashMap<>();
  private volatile String base = "";

  Hooks(Town town) {
    this.town = town;
  }

  void base(String base) {
    this.base = base;
  }

  /** A new address for the message. */
  String open(String ts) {
    var id = town.id("hook");
    messages.put(id, ts);
    return base + "_hook/" + id;
  }

  /** What the app wants done with the message; only taking a whisper away is known here. */
  void take(String id, JsonObject asked) {
    var ts = messages.getOrDefault(id, "");
    if (!ts.isEmpty()
        && asked.has("delete_original")
        && asked.get("delete_original").getAsBoolean()) {
      town.unwhisper(ts);
    }
  }
}
