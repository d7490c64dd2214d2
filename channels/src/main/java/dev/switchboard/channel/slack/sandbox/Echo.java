package dev.switchboard.channel.slack.sandbox;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/** Tells the app of what it did itself, as Slack does: in order, and not at once. */
final class Echo implements AutoCloseable {
  private static final Pattern LINK = Pattern.compile("https?://");

  private final Town town;
  private final Outlet outlet;
  private final ExecutorService executor =
      Executors.newSingleThreadExecutor(Thread.ofVirtual().name("slack-stand-in-echo").factory());
  private final Map<String, String> clickers = new ConcurrentHashMap<>();

  Echo(Town town, Outlet outlet) {
    this.town = town;
    this.outlet = outlet;
  }

  /** Remembers who may open a dialog with the trigger. */
  void clicked(String trigger, String user) {
    clickers.put(trigger, user);
  }

  String clicker(String trigger) {
    return clickers.getOrDefault(trigger, "");
  }

  void posted(String channel, JsonObject message) {
    var copy = message.deepCopy();
    executor.execute(() -> {
      outlet.event(event(channel, copy));
      if (LINK.matcher(Json.text(copy, "text")).find()) {
        unfurled(channel, copy);
      }
    });
  }

  // The same text again, now with what stands behind its link.
  private void unfurled(String channel, JsonObject message) {
    var now = message.deepCopy();
    now.add("attachments", new JsonArray());
    outlet.event(change(channel, now, message));
  }

  void changed(String channel, JsonObject now, JsonObject before) {
    executor.execute(() -> outlet.event(change(channel, now, before)));
  }

  JsonObject change(String channel, JsonObject now, JsonObject before) {
    var event =
        Json.of(
            "type",
            "message",
            "subtype",
            "message_changed",
            "hidden",
            true,
            "channel",
            channel,
            "ts",
            town.ts(),
            "channel_type",
            channel.startsWith("D") ? "im" : "channel");
    event.add("message", now);
    event.add("previous_message", before);
    event.addProperty("event_ts", Json.text(event, "ts"));
    return event;
  }

  static JsonObject event(String channel, JsonObject message) {
    var event = message.deepCopy();
    event.addProperty("channel", channel);
    event.addProperty("channel_type", channel.startsWith("D") ? "im" : "channel");
    event.addProperty("event_ts", Json.text(message, "ts"));
    return event;
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }
}
