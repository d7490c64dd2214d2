package dev.switchboard.channel.slack.sandbox;

import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Who may call the app's methods: the tokens of its workspaces, and how one is had by OAuth. */
final class Installs {
  private final RandomGenerator random;
  private final String clientSecret;
  private final Map<String, String> teams = new HashMap<>();
  private final Map<String, String> codes = new HashMap<>();

  Installs(RandomGenerator random, String botToken) {
    this.random = random;
    clientSecret = secret(random);
    teams.put(botToken, Town.TEAM);
  }

  static String secret(RandomGenerator random) {
    var bytes = new byte[16];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  String clientSecret() {
    return clientSecret;
  }

  /** The workspace of that token. */
  synchronized Optional<String> team(String token) {
    return Optional.ofNullable(teams.get(token));
  }

  /** Takes the app out of the workspace. */
  synchronized void remove(String team) {
    teams.values().removeIf(team::equals);
  }

  /** Somebody of that workspace allows the app in: the code that is worth a token, once. */
  synchronized String allowed(String team, String redirectUri) {
    var code = secret(random);
    codes.put(code, team + " " + redirectUri);
    return code;
  }

  private static String basic(String authorization) {
    try {
      var encoded = authorization.replaceFirst("^Basic ", "");
      return new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException none) {
      return "";
    }
  }

  /** The method {@code oauth.v2.access}; the app says who it is by HTTP Basic (RFC 7617). */
  synchronized JsonObject access(String authorization, Map<String, String> asked) {
    var client = basic(authorization).split(":", 2);
    if (!client[0].equals(Town.CLIENT)) {
      throw new SandboxError("invalid_client_id");
    }
    if (client.length < 2 || !client[1].equals(clientSecret)) {
      throw new SandboxError("bad_client_secret");
    }
    var known = codes.remove(asked.getOrDefault("code", ""));
    if (known == null) {
      throw new SandboxError("invalid_code");
    }
    var parts = known.split(" ", 2);
    if (!parts[1].equals(asked.get("redirect_uri"))) {
      throw new SandboxError("bad_redirect_uri");
    }
    var token = "xoxb-" + secret(random);
    teams.put(token, parts[0]);
    return Json.of(
        "app_id",
        Town.APP,
        "scope",
        "chat:write,files:read",
        "token_type",
        "bot",
        "access_token",
        token,
        "bot_user_id",
        Town.BOT_USER,
        "team",
        Map.of("id", parts[0], "name", "Workspace " + parts[0]),
        "authed_user",
        Map.of("id", "U0INSTALL1"),
        "is_enterprise_install",
        false);
  }
}
