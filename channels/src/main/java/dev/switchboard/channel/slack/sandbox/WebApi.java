package dev.switchboard.channel.slack.sandbox;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes calls of the Web API: who calls, what fails on demand, what is answered. */
final class WebApi {
  private static final int OK = 200;
  private static final int TOO_MANY = 429;
  private static final int MOST_CALLS = 10_000;

  private final Town town;
  private final Methods methods;
  private final Faults faults;
  private final Weather weather;
  private final Sockets sockets;
  private final Installs installs;
  private final String appToken;
  private final List<Call> calls = new ArrayList<>();

  WebApi(
      Town town,
      Methods methods,
      Faults faults,
      Weather weather,
      Sockets sockets,
      Installs installs,
      String appToken) {
    this.town = town;
    this.methods = methods;
    this.faults = faults;
    this.weather = weather;
    this.sockets = sockets;
    this.installs = installs;
    this.appToken = appToken;
  }

  /**
   * What is answered.
   *
   * @param retryAfter in seconds, empty for none
   * @param lost whether the answer never comes
   */
  record Reply(int status, String body, String retryAfter, boolean lost) {}

  Reply call(String method, String token, Map<String, String> asked) {
    weather.delay();
    var fault = faults.next(method).or(weather::fault);
    return switch (fault.orElse(null)) {
      case Fault.RateLimited(var pause) ->
          noted(
              method,
              asked,
              "ratelimited",
              new Reply(
                  TOO_MANY,
                  "{\"ok\":false,\"error\":\"ratelimited\"}",
                  "" + pause.toSeconds(),
                  false));
      case Fault.Status(var code) -> noted(method, asked, "status", new Reply(code, "", "", false));
      case Fault.Error(var name) -> refused(method, asked, new SandboxError(name));
      case Fault.LostAnswer _ -> {
        answered(method, token, asked);
        yield new Reply(OK, "", "", true);
      }
      case null -> answered(method, token, asked);
    };
  }

  private Reply answered(String method, String token, Map<String, String> asked) {
    try {
      var answer =
          method.equals("apps.connections.open") ? connection(token) : done(method, token, asked);
      answer.addProperty("ok", true);
      return noted(method, asked, "", new Reply(OK, answer.toString(), "", false));
    } catch (SandboxError refused) {
      return refused(method, asked, refused);
    }
  }

  private JsonObject done(String method, String token, Map<String, String> asked) {
    if (method.equals("oauth.v2.access")) {
      return installs.access(token, asked);
    }
    if (token.isEmpty()) {
      throw new SandboxError("not_authed");
    }
    var team = installs.team(token).orElseThrow(() -> new SandboxError("invalid_auth"));
    var all = new HashMap<>(asked);
    all.put(Methods.TEAM, team);
    return methods.call(method, all);
  }

  private JsonObject connection(String token) {
    if (!token.equals(appToken)) {
      throw new SandboxError(token.isEmpty() ? "not_authed" : "invalid_auth");
    }
    return Json.of("url", sockets.address());
  }

  private Reply refused(String method, Map<String, String> asked, SandboxError refused) {
    var answer = Json.of("ok", false, "error", refused.name());
    Optional.of(refused.detail())
        .filter(detail -> !detail.isEmpty())
        .ifPresent(detail ->
            answer.add("response_metadata", Json.of("messages", List.of("[ERROR] " + detail))));
    return noted(method, asked, refused.name(), new Reply(OK, answer.toString(), "", false));
  }

  private synchronized Reply noted(
      String method, Map<String, String> asked, String error, Reply reply) {
    if (calls.size() < MOST_CALLS) {
      calls.add(new Call(method, Map.copyOf(asked), error, town.clock().instant()));
    }
    return reply;
  }

  synchronized List<Call> calls() {
    return List.copyOf(calls);
  }
}
