package dev.switchboard.channel.slack.sandbox;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is in the workspace: people, channels, messages, dialogs. Guarded by itself. */
final class Town {
  static final String TEAM = "T0SANDBOX1";
  static final String SECOND_TEAM = "T0SANDBOX2";
  static final String CLIENT = "1111111111.2222222222";
  static final String APP = "A0SANDBOX1";
  static final String BOT = "B0SANDBOX1";
  static final String BOT_USER = "U0SANDBOT1";

  private final Clock clock;
  private final Map<String, JsonObject> channels = new LinkedHashMap<>();
  private final Map<String, JsonObject> people = new LinkedHashMap<>();
  private final Map<String, List<JsonObject>> messages = new LinkedHashMap<>();
  private final Map<String, List<JsonObject>> whispers = new LinkedHashMap<>();
  private final Map<String, JsonObject> dialogs = new LinkedHashMap<>();
  private final Map<String, JsonObject> homes = new LinkedHashMap<>();
  private long lastMicros;
  private long revision;
  private int ids;

  Town(Clock clock) {
    this.clock = clock;
  }

  Clock clock() {
    return clock;
  }

  /** Grows with every change. */
  synchronized long revision() {
    return revision;
  }

  /** An id no other has. */
  synchronized String id(String prefix) {
    return prefix + "0SBX%05d".formatted(++ids);
  }

  /** The next message's id: later than every other. */
  synchronized String ts() {
    revision++;
    var now = clock.instant();
    lastMicros = Math.max(lastMicros + 1, now.getEpochSecond() * 1_000_000 + now.getNano() / 1_000);
    return "%d.%06d".formatted(lastMicros / 1_000_000, lastMicros % 1_000_000);
  }

  synchronized String channel(String name) {
    return channels.values().stream()
        .filter(channel -> Json.text(channel, "name").equals(name))
        .map(channel -> Json.text(channel, "id"))
        .findFirst()
        .orElseGet(() -> {
          var id = id("C");
          channels.put(
              id,
              Json.of(
                  "id",
                  id,
                  "name",
                  name,
                  "is_channel",
                  true,
                  "is_member",
                  true,
                  "is_archived",
                  false));
          revision++;
          return id;
        });
  }

  /** Where the person and the app write to each other. */
  synchronized String direct(String user) {
    var id = "D" + user.substring(1);
    channels.computeIfAbsent(
        id, _ -> Json.of("id", id, "is_im", true, "user", user, "is_archived", false));
    return id;
  }

  synchronized String person(String name, String email) {
    return person(name, email, TEAM);
  }

  synchronized String person(String name, String email, String team) {
    return people.values().stream()
        .filter(person -> Json.text(Json.object(person, "profile"), "email").equals(email))
        .map(person -> Json.text(person, "id"))
        .findFirst()
        .orElseGet(() -> {
          var id = id("U");
          var person =
              Json.of(
                  "id",
                  id,
                  "team_id",
                  team,
                  "name",
                  name,
                  "real_name",
                  name,
                  "tz",
                  "Europe/Madrid");
          person.add("profile", Json.of("email", email, "real_name", name));
          people.put(id, person);
          revision++;
          return id;
        });
  }

  /** The workspace they belong to. */
  synchronized String team(String user) {
    return Json.text(person(user), "team_id");
  }

  synchronized JsonObject person(String id) {
    return Optional.ofNullable(people.get(id))
        .orElseThrow(() -> new SandboxError("user_not_found"));
  }

  synchronized List<JsonObject> people() {
    return List.copyOf(people.values());
  }

  synchronized List<JsonObject> channels() {
    return List.copyOf(channels.values());
  }

  /** The channel, if messages can be posted there. */
  synchronized JsonObject open(String id) {
    var channel = known(id);
    if (channel.get("is_archived").getAsBoolean()) {
      throw new SandboxError("is_archived");
    }
    return channel;
  }

  synchronized JsonObject known(String idOrName) {
    return channels.values().stream()
        .filter(channel ->
            Json.text(channel, "id").equals(idOrName)
                || ("#" + Json.text(channel, "name")).equals(idOrName))
        .findFirst()
        .orElseThrow(() -> new SandboxError("channel_not_found"));
  }

  synchronized void archive(String id) {
    known(id).addProperty("is_archived", true);
    revision++;
  }

  synchronized void add(String channel, JsonObject message) {
    messages.computeIfAbsent(channel, _ -> new ArrayList<>()).add(message);
    revision++;
  }

  synchronized List<JsonObject> all(String channel) {
    return messages.getOrDefault(channel, List.of()).stream().map(JsonObject::deepCopy).toList();
  }

  /** The message itself, to be changed under the lock of this town. */
  synchronized JsonObject message(String channel, String ts) {
    revision++;
    return messages.getOrDefault(channel, List.of()).stream()
        .filter(message -> Json.text(message, "ts").equals(ts))
        .findFirst()
        .orElseThrow(() -> new SandboxError("message_not_found"));
  }

  synchronized void remove(String channel, String ts) {
    messages.getOrDefault(channel, List.of()).removeIf(m -> Json.text(m, "ts").equals(ts));
    revision++;
  }

  synchronized void whisper(String user, JsonObject message) {
    whispers.computeIfAbsent(user, _ -> new ArrayList<>()).add(message);
    revision++;
  }

  synchronized List<JsonObject> whispers(String user) {
    return List.copyOf(whispers.getOrDefault(user, List.of()));
  }

  /** Takes a whisper away, whomever it was for. */
  synchronized boolean unwhisper(String ts) {
    revision++;
    return whispers.values().stream()
            .filter(all -> all.removeIf(m -> Json.text(m, "ts").equals(ts)))
            .count()
        > 0;
  }

  synchronized void dialog(String user, JsonObject view) {
    dialogs.put(user, view);
    revision++;
  }

  synchronized void closeDialog(String user) {
    dialogs.remove(user);
    revision++;
  }

  synchronized Optional<JsonObject> dialog(String user) {
    return Optional.ofNullable(dialogs.get(user));
  }

  synchronized Map<String, JsonObject> dialogs() {
    return new LinkedHashMap<>(dialogs);
  }

  synchronized void home(String user, JsonObject view) {
    homes.put(user, view);
    revision++;
  }

  synchronized Optional<JsonObject> home(String user) {
    return Optional.ofNullable(homes.get(user));
  }

  /** Puts an emoji on a message. */
  synchronized void react(String channel, String ts, String user, String emoji) {
    var message = message(channel, ts);
    if (!message.has("reactions")) {
      message.add("reactions", new JsonArray());
    }
    var reactions = message.getAsJsonArray("reactions");
    for (var reaction : Json.objects(reactions)) {
      if (Json.text(reaction, "name").equals(emoji)) {
        var users = reaction.getAsJsonArray("users");
        for (var known : users) {
          if (known.getAsString().equals(user)) {
            throw new SandboxError("already_reacted");
          }
        }
        users.add(user);
        return;
      }
    }
    reactions.add(Json.of("name", emoji, "users", List.of(user), "count", 1));
  }
}
