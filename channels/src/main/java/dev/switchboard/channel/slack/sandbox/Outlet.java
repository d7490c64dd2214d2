package dev.switchboard.channel.slack.sandbox;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Sends the app what happens: signed, to its address, or over a socket that it has opened. */
final class Outlet implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int OK = 200;
  private static final int RETRIES = 3;
  private static final String FORM = "application/x-www-form-urlencoded";

  private final Town town;
  private final String secret;
  private final Sockets sockets;
  private final Weather weather;
  private final ExecutorService late = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private volatile Optional<URI> events = Optional.empty();

  Outlet(Town town, String secret, Sockets sockets, Weather weather) {
    this.town = town;
    this.secret = secret;
    this.sockets = sockets;
    this.weather = weather;
  }

  void sendTo(URI address) {
    events = Optional.of(address);
  }

  /** Sends an event in a new envelope. */
  Answer event(JsonObject event) {
    var envelope = enveloped(event);
    if (weather.isCalm()) {
      return envelope(envelope, Map.of());
    }
    late.execute(() -> deliver(envelope));
    return new Answer(Json.text(event, "ts"), OK, "", Duration.ZERO, envelope);
  }

  // As the real one: what was not acknowledged comes again; here also some that was.
  private void deliver(JsonObject envelope) {
    weather.disorder();
    int told = weather.strikes() ? 0 : envelope(envelope, Map.of()).status();
    for (int retry = 1; retry <= RETRIES && (told != OK || weather.strikes()); retry++) {
      weather.disorder();
      var answer = envelope(envelope, retry(retry));
      told = told == OK ? OK : answer.status();
    }
  }

  static Map<String, String> retry(int number) {
    return Map.of(
        "X-Slack-Retry-Num", String.valueOf(number), "X-Slack-Retry-Reason", "http_timeout");
  }

  private JsonObject enveloped(JsonObject event) {
    var named = Json.text(event, "team");
    var team = named.isEmpty() ? Town.TEAM : named;
    var envelope =
        Json.of(
            "token",
            "none",
            "team_id",
            team,
            "api_app_id",
            Town.APP,
            "type",
            "event_callback",
            "event_id",
            town.id("Ev"),
            "event_time",
            town.clock().instant().getEpochSecond(),
            "authorizations",
            List.of(Map.of("team_id", team, "user_id", Town.BOT_USER, "is_bot", true)));
    envelope.add("event", event);
    return envelope;
  }

  /** Sends an envelope, perhaps not for the first time. */
  Answer envelope(JsonObject envelope, Map<String, String> headers) {
    var ts = Json.text(Json.object(envelope, "event"), "ts");
    return events
        .map(address ->
            post(address, "application/json", envelope.toString(), headers, envelope, ts))
        .orElseGet(() -> sockets.send("events_api", envelope, ts));
  }

  /** Sends what somebody did with a button or a dialog. */
  Answer interaction(JsonObject payload, String ts) {
    weather.delay();
    return events
        .map(address ->
            post(address, FORM, form(Map.of("payload", payload.toString())), Map.of(), payload, ts))
        .orElseGet(() -> sockets.send("interactive", payload, ts));
  }

  /** Sends a slash command. */
  Answer command(Map<String, String> fields) {
    var sent = new JsonObject();
    fields.forEach(sent::addProperty);
    return events
        .map(address -> post(address, FORM, form(fields), Map.of(), sent, ""))
        .orElseGet(() -> sockets.send("slash_commands", sent, ""));
  }

  private static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field ->
            field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  private Answer post(
      URI address,
      String type,
      String body,
      Map<String, String> headers,
      JsonObject sent,
      String ts) {
    var time = String.valueOf(town.clock().instant().getEpochSecond());
    var request =
        HttpRequest.newBuilder(address)
            .timeout(PATIENCE)
            .header("Content-Type", type)
            .header("X-Slack-Request-Timestamp", time)
            .header("X-Slack-Signature", signature(time, body))
            .POST(BodyPublishers.ofString(body));
    headers.forEach(request::header);
    long begun = System.nanoTime();
    try {
      var answer = client.send(request.build(), BodyHandlers.ofString());
      return new Answer(
          ts,
          answer.statusCode(),
          answer.body(),
          Duration.ofNanos(System.nanoTime() - begun),
          sent);
    } catch (IOException gone) {
      return new Answer(ts, 0, "", Duration.ofNanos(System.nanoTime() - begun), sent);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return new Answer(ts, 0, "", Duration.ofNanos(System.nanoTime() - begun), sent);
    }
  }

  private String signature(String time, String body) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      var signed = mac.doFinal(("v0:" + time + ":" + body).getBytes(StandardCharsets.UTF_8));
      return "v0=" + HexFormat.of().formatHex(signed);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
  }

  @Override
  public void close() {
    late.shutdownNow();
    client.close();
  }
}
