package dev.switchboard.channel.slack.sandbox;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The methods of the Web API, as far as they are used here. Each answers as Slack does. */
final class Methods {
  static final String TEAM = "team_id";

  private static final Duration TRIGGER = Duration.ofSeconds(3);

  private final Town town;
  private final Echo echo;
  private final Shelf shelf;
  private final Map<String, Long> triggers = new HashMap<>();
  private final Map<String, Function<Map<String, String>, JsonObject>> methods =
      Map.ofEntries(
          Map.entry("auth.test", this::authTest),
          Map.entry("chat.postMessage", this::post),
          Map.entry("chat.update", this::update),
          Map.entry("chat.delete", this::delete),
          Map.entry("chat.postEphemeral", this::postEphemeral),
          Map.entry("conversations.list", this::listChannels),
          Map.entry("conversations.info", this::channel),
          Map.entry("conversations.open", this::openDirect),
          Map.entry("conversations.history", this::history),
          Map.entry("conversations.replies", this::replies),
          Map.entry("users.info", this::person),
          Map.entry("reactions.add", this::react),
          Map.entry("files.getUploadURLExternal", this::uploadUrl),
          Map.entry("files.completeUploadExternal", this::completeUpload),
          Map.entry("files.info", this::file),
          Map.entry("views.open", this::openView),
          Map.entry("views.update", this::updateView),
          Map.entry("views.publish", this::publishView));
  private String base = "";

  Methods(Town town, Echo echo, Shelf shelf) {
    this.town = town;
    this.echo = echo;
    this.shelf = shelf;
  }

  /** Where this workspace is seen in a browser. */
  void base(String base) {
    this.base = base;
  }

  /** A trigger for the next three seconds, good once. */
  synchronized String trigger() {
    var id = town.id("trigger.");
    triggers.put(id, town.clock().millis() + TRIGGER.toMillis());
    return id;
  }

  /** Calls it; {@link #TEAM} among what is asked says in which workspace. */
  JsonObject call(String method, Map<String, String> asked) {
    var known = methods.get(method);
    if (known == null) {
      throw new SandboxError("unknown_method");
    }
    return known.apply(asked);
  }

  private JsonObject authTest(Map<String, String> asked) {
    return Json.of(
        "url",
        base,
        "team",
        "Sandbox",
        "user",
        "support",
        "team_id",
        asked.getOrDefault(TEAM, Town.TEAM),
        "user_id",
        Town.BOT_USER,
        "bot_id",
        Town.BOT);
  }

  private JsonObject post(Map<String, String> asked) {
    var channel = Json.text(town.open(asked.getOrDefault("channel", "")), "id");
    var message = message(asked, channel);
    synchronized (town) {
      message.addProperty("ts", town.ts());
      town.add(channel, message);
    }
    echo.posted(channel, message);
    return Json.of("channel", channel, "ts", Json.text(message, "ts"), "message", message);
  }

  private JsonObject message(Map<String, String> asked, String channel) {
    var text = asked.getOrDefault("text", "");
    var blocks = asked.getOrDefault("blocks", "");
    if (text.isEmpty() && blocks.isEmpty()) {
      throw new SandboxError("no_text");
    }
    var message =
        Json.of(
            "type",
            "message",
            "user",
            Town.BOT_USER,
            "bot_id",
            Town.BOT,
            "app_id",
            Town.APP,
            "team",
            asked.getOrDefault(TEAM, Town.TEAM),
            "text",
            text);
    if (!blocks.isEmpty()) {
      message.add("blocks", BlockCheck.message(blocks));
    }
    var thread = asked.getOrDefault("thread_ts", "");
    if (!thread.isEmpty()) {
      town.message(channel, thread);
      message.addProperty("thread_ts", thread);
    }
    for (var name : List.of("username", "icon_emoji")) {
      if (asked.containsKey(name)) {
        message.addProperty(name, asked.get(name));
      }
    }
    if ("true".equals(asked.get("reply_broadcast")) || "1".equals(asked.get("reply_broadcast"))) {
      message.addProperty("subtype", "thread_broadcast");
    }
    if (asked.containsKey("metadata")) {
      message.add("metadata", JsonParser.parseString(asked.get("metadata")));
    }
    return message;
  }

  private JsonObject update(Map<String, String> asked) {
    var channel = Json.text(town.open(asked.getOrDefault("channel", "")), "id");
    JsonObject before;
    JsonObject now;
    synchronized (town) {
      var message = town.message(channel, asked.getOrDefault("ts", ""));
      if (!Json.text(message, "bot_id").equals(Town.BOT)) {
        throw new SandboxError("cant_update_message");
      }
      before = message.deepCopy();
      message.addProperty("text", asked.getOrDefault("text", ""));
      if (asked.containsKey("blocks")) {
        message.add("blocks", BlockCheck.message(asked.get("blocks")));
      }
      message.add("edited", Json.of("user", Town.BOT_USER, "ts", town.ts()));
      now = message.deepCopy();
    }
    echo.changed(channel, now, before);
    return Json.of(
        "channel",
        channel,
        "ts",
        asked.getOrDefault("ts", ""),
        "text",
        asked.getOrDefault("text", ""));
  }

  private JsonObject delete(Map<String, String> asked) {
    var channel = Json.text(town.known(asked.getOrDefault("channel", "")), "id");
    town.message(channel, asked.getOrDefault("ts", ""));
    town.remove(channel, asked.getOrDefault("ts", ""));
    return Json.of("channel", channel, "ts", asked.getOrDefault("ts", ""));
  }

  private JsonObject postEphemeral(Map<String, String> asked) {
    var channel = Json.text(town.open(asked.getOrDefault("channel", "")), "id");
    var user = asked.getOrDefault("user", "");
    town.person(user);
    var message = message(asked, channel);
    message.addProperty("ts", town.ts());
    message.addProperty("channel", channel);
    town.whisper(user, message);
    return Json.of("message_ts", Json.text(message, "ts"));
  }

  private JsonObject listChannels(Map<String, String> asked) {
    var all = new JsonArray();
    town.channels().stream().filter(channel -> channel.has("name")).forEach(all::add);
    return Json.of("channels", all, "response_metadata", Json.of("next_cursor", ""));
  }

  private JsonObject channel(Map<String, String> asked) {
    return Json.of("channel", town.known(asked.getOrDefault("channel", "")));
  }

  private JsonObject openDirect(Map<String, String> asked) {
    var user = asked.getOrDefault("users", "");
    town.person(user);
    return Json.of("channel", Json.of("id", town.direct(user)));
  }

  private JsonObject history(Map<String, String> asked) {
    var channel = Json.text(town.known(asked.getOrDefault("channel", "")), "id");
    var found = new JsonArray();
    town.all(channel).reversed().stream()
        .filter(message -> !message.has("thread_ts"))
        .forEach(found::add);
    return Json.of("messages", found, "has_more", false);
  }

  private JsonObject replies(Map<String, String> asked) {
    var channel = Json.text(town.known(asked.getOrDefault("channel", "")), "id");
    var root = asked.getOrDefault("ts", "");
    town.message(channel, root);
    var found = new JsonArray();
    town.all(channel).stream()
        .filter(message ->
            Json.text(message, "ts").equals(root) || Json.text(message, "thread_ts").equals(root))
        .forEach(found::add);
    return Json.of("messages", found, "has_more", false);
  }

  private JsonObject person(Map<String, String> asked) {
    return Json.of("user", town.person(asked.getOrDefault("user", "")));
  }

  private JsonObject react(Map<String, String> asked) {
    town.react(
        Json.text(town.known(asked.getOrDefault("channel", "")), "id"),
        asked.getOrDefault("timestamp", ""),
        Town.BOT_USER,
        asked.getOrDefault("name", ""));
    return new JsonObject();
  }

  private JsonObject uploadUrl(Map<String, String> asked) {
    return shelf.reserve(
        asked.getOrDefault("filename", ""),
        Long.parseLong(asked.getOrDefault("length", "0")),
        Town.BOT_USER);
  }

  // As the real one: no message is named in the answer.
  private JsonObject completeUpload(Map<String, String> asked) {
    var channel = Json.text(town.open(asked.getOrDefault("channel_id", "")), "id");
    var files = new JsonArray();
    var told = new JsonArray();
    for (var file :
        Json.objects(JsonParser.parseString(asked.getOrDefault("files", "[]")).getAsJsonArray())) {
      files.add(shelf.complete(Json.text(file, "id"), Json.text(file, "title")).deepCopy());
      told.add(file);
    }
    var message =
        message(with(asked, "text", asked.getOrDefault("initial_comment", "📎")), channel);
    message.addProperty("text", asked.getOrDefault("initial_comment", ""));
    message.addProperty("subtype", "file_share");
    message.addProperty("upload", false);
    message.add("files", files);
    synchronized (town) {
      message.addProperty("ts", town.ts());
      town.add(channel, message);
    }
    echo.posted(channel, message);
    return Json.of("files", told);
  }

  private static Map<String, String> with(Map<String, String> asked, String name, String value) {
    var all = new HashMap<>(asked);
    all.put(name, value);
    return all;
  }

  private JsonObject file(Map<String, String> asked) {
    return Json.of("file", shelf.known(asked.getOrDefault("file", "")));
  }

  private synchronized JsonObject openView(Map<String, String> asked) {
    var good = triggers.remove(asked.getOrDefault("trigger_id", ""));
    if (good == null || good < town.clock().millis()) {
      throw new SandboxError("expired_trigger_id");
    }
    var view = view(asked);
    view.addProperty("id", town.id("V"));
    return shown(view, echo.clicker(asked.getOrDefault("trigger_id", "")));
  }

  private JsonObject updateView(Map<String, String> asked) {
    var id = asked.getOrDefault("view_id", "");
    var open =
        town.dialogs().entrySet().stream()
            .filter(entry -> Json.text(entry.getValue(), "id").equals(id))
            .findFirst()
            .orElseThrow(() -> new SandboxError("not_found"));
    var hash = asked.getOrDefault("hash", "");
    if (!hash.isEmpty() && !hash.equals(Json.text(open.getValue(), "hash"))) {
      throw new SandboxError("hash_conflict");
    }
    var view = view(asked);
    view.addProperty("id", id);
    return shown(view, open.getKey());
  }

  private JsonObject shown(JsonObject view, String user) {
    view.addProperty("hash", town.ts() + ".h");
    view.addProperty("team_id", Town.TEAM);
    view.addProperty("bot_id", Town.BOT);
    town.dialog(user, view);
    return Json.of("view", view);
  }

  private JsonObject publishView(Map<String, String> asked) {
    var view = view(asked);
    view.addProperty("id", town.id("V"));
    town.home(asked.getOrDefault("user_id", ""), view);
    return Json.of("view", view);
  }

  private static JsonObject view(Map<String, String> asked) {
    var view = JsonParser.parseString(asked.getOrDefault("view", "{}")).getAsJsonObject();
    BlockCheck.view(String.valueOf(view.get("blocks")));
    if (Json.text(view, "private_metadata").length() > 3_000
        || Json.text(Json.object(view, "title"), "text").length() > 24) {
      throw new SandboxError("invalid_arguments");
    }
    return view;
  }
}
