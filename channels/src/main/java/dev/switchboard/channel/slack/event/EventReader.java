package dev.switchboard.channel.slack.event;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.switchboard.channel.slack.api.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads what Slack sends as an event.
 *
 * <p>Slack tells the app also of its own messages, of links that were unfolded in them, and of each
 * change it makes itself: an app that takes those for people's words talks to itself.
 */
final class EventReader {
  private static final Set<String> SAID =
      Set.of("", "file_share", "thread_broadcast", "me_message");

  private EventReader() {}

  /**
   * What happened.
   *
   * @param envelope the event as it came in
   * @param us who we are in that workspace
   */
  static Happened read(String envelope, Workspace us) {
    var outer = JsonParser.parseString(envelope).getAsJsonObject();
    var team = text(outer, "team_id");
    var event = object(outer, "event").orElseGet(JsonObject::new);
    if (!team.equals(us.teamId())) {
      return new Happened.Nothing();
    }
    return switch (text(event, "type")) {
      case "message" -> message(team, event, us);
      case "app_mention" -> mention(team, event, us);
      case "reaction_added" -> reaction(team, event, us);
      case "app_home_opened" ->
          text(event, "tab").equals("home")
              ? new Happened.HomeOpened(team, text(event, "user"))
              : new Happened.Nothing();
      case "app_uninstalled" -> new Happened.Removed(team);
      case "tokens_revoked" -> revoked(team, event);
      case "channel_archive", "channel_deleted", "group_archive", "group_deleted" ->
          new Happened.ChannelGone(team, text(event, "channel"));
      default -> new Happened.Nothing();
    };
  }

  private static Happened message(String team, JsonObject event, Workspace us) {
    if (isOurs(event, us)) {
      return new Happened.Nothing();
    }
    var subtype = text(event, "subtype");
    return switch (subtype) {
      case "message_changed" -> changed(team, event, us);
      case "message_deleted" -> deleted(team, event, us);
      default ->
          SAID.contains(subtype) && text(event, "bot_id").isEmpty()
              ? wrote(team, event, event, us, false)
              : new Happened.Nothing();
    };
  }

  private static Happened changed(String team, JsonObject event, Workspace us) {
    var now = object(event, "message").orElseGet(JsonObject::new);
    var before = object(event, "previous_message").orElseGet(JsonObject::new);
    // Slack itself changes messages: it unfolds links and counts replies.
    boolean byPerson = now.has("edited") && !text(now, "text").equals(text(before, "text"));
    return byPerson && !isOurs(now, us) && text(now, "bot_id").isEmpty()
        ? new Happened.Edited(wrote(team, event, now, us, false))
        : new Happened.Nothing();
  }

  private static Happened deleted(String team, JsonObject event, Workspace us) {
    return object(event, "previous_message")
        .filter(before -> !isOurs(before, us))
        .<Happened>map(before -> new Happened.Deleted(wrote(team, event, before, us, false)))
        .orElseGet(Happened.Nothing::new);
  }

  private static Happened mention(String team, JsonObject event, Workspace us) {
    return isOurs(event, us) || !text(event, "bot_id").isEmpty()
        ? new Happened.Nothing()
        : wrote(team, event, event, us, true);
  }

  private static Happened.Wrote wrote(
      String team, JsonObject event, JsonObject message, Workspace us, boolean mention) {
    var text = text(message, "text");
    var home = first(message, "user_team", "source_team", "team");
    return new Happened.Wrote(
        team,
        text(event, "channel"),
        text(message, "thread_ts"),
        text(message, "ts"),
        text(message, "user"),
        text,
        text(event, "channel_type").equals("im") || text(event, "channel").startsWith("D"),
        mention || text.contains("<@" + us.botUserId() + ">"),
        !home.isEmpty() && !home.equals(us.teamId()),
        files(message));
  }

  private static List<Happened.SentFile> files(JsonObject message) {
    var files = new ArrayList<Happened.SentFile>();
    if (message.has("files") && message.get("files").isJsonArray()) {
      for (var element : message.getAsJsonArray("files")) {
        var file = element.getAsJsonObject();
        files.add(
            new Happened.SentFile(
                text(file, "id"),
                text(file, "name"),
                text(file, "mimetype"),
                file.has("size") ? file.get("size").getAsLong() : 0,
                text(file, "url_private_download")));
      }
    }
    return files;
  }

  private static Happened reaction(String team, JsonObject event, Workspace us) {
    var item = object(event, "item").orElseGet(JsonObject::new);
    return text(event, "user").equals(us.botUserId()) || !text(item, "type").equals("message")
        ? new Happened.Nothing()
        : new Happened.Reacted(
            team,
            text(item, "channel"),
            text(item, "ts"),
            text(event, "user"),
            text(event, "reaction"));
  }

  private static Happened revoked(String team, JsonObject event) {
    return object(event, "tokens").filter(tokens -> tokens.has("bot")).isPresent()
        ? new Happened.Removed(team)
        : new Happened.Nothing();
  }

  private static boolean isOurs(JsonObject message, Workspace us) {
    var bot = text(message, "bot_id");
    return text(message, "user").equals(us.botUserId()) || !bot.isEmpty() && bot.equals(us.botId());
  }

  private static Optional<JsonObject> object(JsonObject from, String name) {
    return Optional.ofNullable(from.get(name))
        .filter(JsonElement::isJsonObject)
        .map(JsonElement::getAsJsonObject);
  }

  private static String first(JsonObject from, String... names) {
    for (var name : names) {
      if (!text(from, name).isEmpty()) {
        return text(from, name);
      }
    }
    return "";
  }

  private static String text(JsonObject from, String name) {
    return Optional.ofNullable(from.get(name))
        .filter(JsonElement::isJsonPrimitive)
        .map(JsonElement::getAsString)
        .orElse("");
  }
}
