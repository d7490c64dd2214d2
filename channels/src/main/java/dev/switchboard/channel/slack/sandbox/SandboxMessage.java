package dev.switchboard.channel.slack.sandbox;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A message as it stands there.
 *
 * @param ts its id in the channel
 * @param threadTs the thread it is in, empty for none
 * @param user who wrote it, empty for the app
 * @param username the name it is shown under, empty for the writer's own
 * @param text its text
 * @param blocks its blocks, as they were sent
 * @param reactions who put which emoji on it
 * @param files the names of the files with it
 * @param edited whether it was changed
 */
public record SandboxMessage(
    String ts,
    String threadTs,
    String user,
    String username,
    String text,
    JsonArray blocks,
    Map<String, List<String>> reactions,
    List<String> files,
    boolean edited) {

  static SandboxMessage of(JsonObject message) {
    return new SandboxMessage(
        Json.text(message, "ts"),
        Json.text(message, "thread_ts"),
        Json.text(message, "bot_id").isEmpty() ? Json.text(message, "user") : "",
        Json.text(message, "username"),
        Json.text(message, "text"),
        message.has("blocks") ? message.getAsJsonArray("blocks") : new JsonArray(),
        reactions(message),
        Json.objects(message, "files").stream().map(file -> Json.text(file, "name")).toList(),
        message.has("edited"));
  }

  private static Map<String, List<String>> reactions(JsonObject message) {
    var reactions = new TreeMap<String, List<String>>();
    if (message.has("reactions")) {
      for (var element : message.getAsJsonArray("reactions")) {
        var users = new ArrayList<String>();
        element.getAsJsonObject().getAsJsonArray("users").forEach(u -> users.add(u.getAsString()));
        reactions.put(Json.text(element.getAsJsonObject(), "name"), users);
      }
    }
    return reactions;
  }
}
