package dev.switchboard.channel.slack.sandbox;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What people do, as the app is told of it. */
final class Deeds {
  private final Town town;
  private final Methods methods;
  private final Echo echo;
  private final Outlet outlet;
  private final Hooks hooks;
  private final Shelf shelf;

  Deeds(Town town, Methods methods, Echo echo, Outlet outlet, Hooks hooks, Shelf shelf) {
    this.town = town;
    this.methods = methods;
    this.echo = echo;
    this.outlet = outlet;
    this.hooks = hooks;
    this.shelf = shelf;
  }

  Answer write(String user, String channel, String rootTs, String text) {
    return write(user, channel, rootTs, text, new JsonArray());
  }

  Answer share(
      String user, String channel, String rootTs, String text, String name, byte[] content) {
    var files = new JsonArray();
    files.add(shelf.add(user, name, content).deepCopy());
    return write(user, channel, rootTs, text, files);
  }

  private Answer write(String user, String channel, String rootTs, String text, JsonArray files) {
    town.open(channel);
    var message =
        Json.of("type", "message", "user", user, "team", town.team(user), "text", escaped(text));
    if (!files.isEmpty()) {
      message.addProperty("subtype", "file_share");
      message.add("files", files);
    }
    if (!rootTs.isEmpty()) {
      message.addProperty("thread_ts", rootTs);
    }
    synchronized (town) {
      message.addProperty("ts", town.ts());
      town.add(channel, message);
    }
    var answer = outlet.event(Echo.event(channel, message));
    if (text.contains("<@" + Town.BOT_USER + ">") && !channel.startsWith("D")) {
      var mention = Echo.event(channel, message);
      mention.addProperty("type", "app_mention");
      mention.remove("channel_type");
      return outlet.event(mention);
    }
    return answer;
  }

  // As a person types: mentions and links are markup, the rest is not.
  private static String escaped(String text) {
    return text.replace("&", "&amp;").replaceAll("<(?![@#!]|https?://)", "&lt;");
  }

  Answer edit(String user, String channel, String ts, String text) {
    JsonObject before;
    JsonObject now;
    synchronized (town) {
      var message = town.message(channel, ts);
      before = message.deepCopy();
      message.addProperty("text", escaped(text));
      message.add("edited", Json.of("user", user, "ts", town.ts()));
      now = message.deepCopy();
    }
    return outlet.event(echo.change(channel, now, before));
  }

  Answer delete(String channel, String ts) {
    var before = town.message(channel, ts).deepCopy();
    town.remove(channel, ts);
    var event =
        Json.of(
            "type",
            "message",
            "subtype",
            "message_deleted",
            "hidden",
            true,
            "channel",
            channel,
            "ts",
            town.ts(),
            "deleted_ts",
            ts,
            "channel_type",
            "channel");
    event.add("previous_message", before);
    event.addProperty("event_ts", Json.text(event, "ts"));
    return outlet.event(event);
  }

  Answer react(String user, String channel, String ts, String emoji) {
    town.react(channel, ts, user, emoji);
    return outlet.event(
        Json.of(
            "type",
            "reaction_added",
            "user",
            user,
            "reaction",
            emoji,
            "item",
            Map.of("type", "message", "channel", channel, "ts", ts),
            "event_ts",
            town.ts()));
  }

  Answer openHome(String user) {
    return outlet.event(
        Json.of(
            "type",
            "app_home_opened",
            "user",
            user,
            "channel",
            town.direct(user),
            "tab",
            "home",
            "event_ts",
            town.ts()));
  }

  /** Uses the button or menu of that id; of a menu the option of that label. */
  Answer use(String user, String channel, String ts, String actionId, String option) {
    var whisper =
        town.whispers(user).stream().filter(m -> Json.text(m, "ts").equals(ts)).findFirst();
    var message = whisper.orElseGet(() -> town.message(channel, ts));
    var element = element(message, actionId);
    var action = element.deepCopy();
    action.addProperty("action_ts", town.ts());
    if (!option.isEmpty()) {
      action.add("selected_option", option(element, option));
    }
    var payload = interaction("block_actions", user);
    var root = Json.text(message, "thread_ts");
    var container =
        Json.of(
            "type",
            "message",
            "message_ts",
            ts,
            "channel_id",
            channel,
            "is_ephemeral",
            whisper.isPresent());
    if (!root.isEmpty()) {
      container.addProperty("thread_ts", root);
    }
    payload.add("container", container);
    payload.add("channel", Json.of("id", channel));
    payload.addProperty("response_url", hooks.open(ts));
    if (whisper.isEmpty()) {
      payload.add("message", message.deepCopy());
    }
    var actions = new JsonArray();
    actions.add(action);
    payload.add("actions", actions);
    return outlet.interaction(payload, ts);
  }

  private static JsonObject element(JsonObject message, String actionId) {
    return Json.objects(message, "blocks").stream()
        .flatMap(block ->
            Stream.concat(
                Json.objects(block, "elements").stream(),
                Stream.of(Json.object(block, "accessory"))))
        .filter(element -> Json.text(element, "action_id").equals(actionId))
        .findFirst()
        .orElseThrow(() -> new SandboxError("no_such_button", actionId));
  }

  private static JsonObject option(JsonObject element, String label) {
    return Json.objects(element, "options").stream()
        .filter(option -> Json.text(Json.object(option, "text"), "text").equals(label))
        .findFirst()
        .orElseThrow(() -> new SandboxError("no_such_option", label));
  }

  private JsonObject interaction(String type, String user) {
    var trigger = methods.trigger();
    echo.clicked(trigger, user);
    return Json.of(
        "type",
        type,
        "team",
        Map.of("id", town.team(user), "domain", "sandbox"),
        "user",
        Map.of("id", user, "team_id", town.team(user)),
        "api_app_id",
        Town.APP,
        "token",
        "none",
        "trigger_id",
        trigger);
  }

  /** Sends the dialog that is open for the person; without errors it closes. */
  Answer submit(String user, Map<String, String> values) {
    var view = town.dialog(user).orElseThrow(() -> new SandboxError("no_dialog")).deepCopy();
    var state = new JsonObject();
    for (var block : Json.objects(view, "blocks")) {
      if (Json.text(block, "type").equals("input")) {
        var id = Json.text(block, "block_id");
        var element = Json.object(block, "element");
        var field = new JsonObject();
        field.add(Json.text(element, "action_id"), value(element, values.get(id)));
        state.add(id, field);
      }
    }
    view.add("state", Json.of("values", state));
    var payload = interaction("view_submission", user);
    payload.add("view", view);
    var answer = outlet.interaction(payload, "");
    if (answer.status() == 200 && !hasErrors(answer.body())) {
      town.closeDialog(user);
    }
    return answer;
  }

  private static boolean hasErrors(String body) {
    try {
      return !body.isBlank()
          && Json.text(JsonParser.parseString(body).getAsJsonObject(), "response_action")
              .equals("errors");
    } catch (JsonParseException | IllegalStateException words) {
      return false;
    }
  }

  private static JsonObject value(JsonObject element, @Nullable String given) {
    var type = Json.text(element, "type");
    if (type.equals("plain_text_input")) {
      var text = Optional.ofNullable(given).orElseGet(() -> Json.text(element, "initial_value"));
      return Json.of("type", type, "value", text);
    }
    var chosen = given == null ? Json.object(element, "initial_option") : option(element, given);
    var value = Json.of("type", type);
    value.add("selected_option", chosen);
    return value;
  }

  Answer command(String user, String channel, String command, String text) {
    var trigger = methods.trigger();
    echo.clicked(trigger, user);
    var fields = new HashMap<String, String>();
    fields.put("token", "none");
    fields.put("team_id", town.team(user));
    fields.put("channel_id", channel);
    fields.put("user_id", user);
    fields.put("command", command);
    fields.put("text", text);
    fields.put("trigger_id", trigger);
    fields.put("api_app_id", Town.APP);
    fields.put("response_url", hooks.open(""));
    return outlet.command(fields);
  }

  Answer shortcut(String user, String channel, String ts, String callbackId) {
    var payload = interaction("message_action", user);
    payload.addProperty("callback_id", callbackId);
    payload.addProperty("message_ts", ts);
    payload.addProperty("response_url", hooks.open(""));
    payload.add("channel", Json.of("id", channel));
    payload.add("message", town.message(channel, ts).deepCopy());
    return outlet.interaction(payload, ts);
  }

  Answer again(Answer before, int retry) {
    return outlet.envelope(before.sent(), Outlet.retry(retry));
  }
}
