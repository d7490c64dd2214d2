package dev.switchboard.channel.slack.sandbox;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The page on which people can be played, and what it asks for. */
final class SandboxPage {
  private static final Map<String, String> FILES =
      Map.of(
          "/", "text/html; charset=utf-8",
          "/sandbox.js", "text/javascript; charset=utf-8",
          "/blocks.js", "text/javascript; charset=utf-8",
          "/sandbox.css", "text/css; charset=utf-8");

  private final Town town;
  private final Deeds deeds;
  private final Shelf shelf;

  SandboxPage(Town town, Deeds deeds, Shelf shelf) {
    this.town = town;
    this.deeds = deeds;
    this.shelf = shelf;
  }

  void take(HttpExchange exchange, String base) throws IOException {
    var headers = exchange.getResponseHeaders();
    headers.set(
        "Content-Security-Policy",
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:;"
            + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Cache-Control", "no-store");
    if (isForeign(exchange, base)) {
      SandboxServer.send(exchange, 403, "text/plain", "Only this machine's own page may do that.");
      return;
    }
    var path = exchange.getRequestURI().getPath();
    switch (path) {
      case "/_state" -> SandboxServer.send(exchange, state(exchange.getRequestURI().getQuery()));
      case "/_act" -> act(exchange);
      case "/_file" -> shared(exchange);
      default -> file(exchange, path);
    }
  }

  // A page of somebody else's must not play people here, nor a name that leads here.
  private static boolean isForeign(HttpExchange exchange, String base) {
    var origin = exchange.getRequestHeaders().getFirst("Origin");
    var host = String.valueOf(exchange.getRequestHeaders().getFirst("Host"));
    boolean known = host.startsWith("127.0.0.1:") || host.startsWith("localhost:");
    return !known
        || origin != null && !(origin + "/").equals(base) && !origin.endsWith("//" + host);
  }

  private static void file(HttpExchange exchange, String path) throws IOException {
    var type = FILES.get(path);
    if (type == null) {
      SandboxServer.send(exchange, 404, "text/plain", "There is no such page.");
      return;
    }
    var name = path.equals("/") ? "/index.html" : path;
    try (var content = SandboxPage.class.getResourceAsStream("/web/slack-sandbox" + name)) {
      if (content == null) {
        throw new IOException(name + " is missing");
      }
      SandboxServer.send(
          exchange, 200, type, new String(content.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  // Saved and never shown: it may be anything.
  private void shared(HttpExchange exchange) throws IOException {
    var id = String.valueOf(exchange.getRequestURI().getQuery()).replaceFirst("^id=", "");
    var content = shelf.content(id);
    if (content.isEmpty()) {
      SandboxServer.send(exchange, 404, "text/plain", "There is no such file.");
      return;
    }
    exchange.getResponseHeaders().set("Content-Disposition", "attachment");
    SandboxServer.send(exchange, 200, "application/octet-stream", content.get());
  }

  private JsonObject state(@Nullable String query) {
    var known = String.valueOf(query);
    long revision = town.revision();
    var state = Json.of("revision", revision, "bot", Town.BOT_USER);
    if (known.equals("revision=" + revision)) {
      return state;
    }
    var people = new JsonArray();
    var whispers = new JsonObject();
    var homes = new JsonObject();
    for (var person : town.people()) {
      var id = Json.text(person, "id");
      people.add(person);
      var own = new JsonArray();
      town.whispers(id).forEach(own::add);
      whispers.add(id, own);
      town.home(id).ifPresent(home -> homes.add(id, home));
      town.direct(id);
    }
    var channels = new JsonArray();
    var messages = new JsonObject();
    for (var channel : town.channels()) {
      channels.add(channel);
      var all = new JsonArray();
      town.all(Json.text(channel, "id")).forEach(all::add);
      messages.add(Json.text(channel, "id"), all);
    }
    var dialogs = new JsonObject();
    town.dialogs().forEach(dialogs::add);
    state.add("people", people);
    state.add("channels", channels);
    state.add("messages", messages);
    state.add("whispers", whispers);
    state.add("dialogs", dialogs);
    state.add("homes", homes);
    return state;
  }

  private void act(HttpExchange exchange) throws IOException {
    try {
      var asked = JsonParser.parseString(SandboxServer.body(exchange)).getAsJsonObject();
      var answer = done(asked);
      SandboxServer.send(
          exchange,
          Json.of(
              "status", answer.status(), "body", answer.body(), "ms", answer.took().toMillis()));
    } catch (SandboxError refused) {
      SandboxServer.send(exchange, Json.of("error", refused.name() + " " + refused.detail()));
    } catch (JsonParseException | IllegalStateException | IllegalArgumentException broken) {
      SandboxServer.send(exchange, 400, "text/plain", "That cannot be read.");
    }
  }

  private Answer done(JsonObject asked) {
    var user = Json.text(asked, "user");
    var channel = Json.text(asked, "channel");
    var ts = Json.text(asked, "ts");
    var text = Json.text(asked, "text");
    return switch (Json.text(asked, "act")) {
      case "write" -> deeds.write(user, channel, Json.text(asked, "thread"), text);
      case "share" ->
          deeds.share(
              user,
              channel,
              Json.text(asked, "thread"),
              text,
              Json.text(asked, "name"),
              Base64.getDecoder().decode(Json.text(asked, "data")));
      case "edit" -> deeds.edit(user, channel, ts, text);
      case "delete" -> deeds.delete(channel, ts);
      case "react" -> deeds.react(user, channel, ts, text);
      case "use" -> deeds.use(user, channel, ts, Json.text(asked, "action"), text);
      case "submit" -> deeds.submit(user, values(Json.object(asked, "values")));
      case "cancel" -> cancelled(user);
      case "command" -> deeds.command(user, channel, Json.text(asked, "command"), text);
      case "home" -> deeds.openHome(user);
      case "shortcut" -> deeds.shortcut(user, channel, ts, Json.text(asked, "callback"));
      case "person" -> joined(Json.text(asked, "name"), Json.text(asked, "email"));
      default -> throw new SandboxError("unknown_act");
    };
  }

  private Answer joined(String name, String email) {
    if (name.isBlank() || !email.contains("@")) {
      throw new SandboxError("a person needs a name and an e-mail address");
    }
    var id = town.person(name, email);
    return new Answer("", 200, id, Duration.ZERO, new JsonObject());
  }

  private Answer cancelled(String user) {
    town.closeDialog(user);
    return new Answer("", 200, "", Duration.ZERO, new JsonObject());
  }

  private static Map<String, String> values(JsonObject values) {
    var known = new HashMap<String, String>();
    values.entrySet().forEach(entry -> known.put(entry.getKey(), entry.getValue().getAsString()));
    return known;
  }
}
