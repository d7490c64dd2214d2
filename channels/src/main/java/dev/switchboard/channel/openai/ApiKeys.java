package dev.switchboard.channel.openai;

import dev.switchboard.bot.store.Sha256;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Knows whose key a program shows. Made at the start, so that a wrong key is told then. */
@Context
final class ApiKeys {
  private static final String BEARER = "Bearer ";

  /** Whose they are, by their digests: how long the search takes says nothing of a key. */
  private final Map<ByteBuffer, String> owners = new HashMap<>();

  /**
   * Made by the container.
   *
   * @throws ConfigurationException when two have the same key
   */
  ApiKeys(List<ApiKeyEntry> keys) {
    for (var entry : keys) {
      var other = owners.putIfAbsent(digest(entry.key()), entry.name());
      if (other != null) {
        throw new ConfigurationException(
            "switchboard.api-keys: %s and %s have the same key; give each its own"
                .formatted(other, entry.name()));
      }
    }
  }

  /**
   * Who asks.
   *
   * @throws ApiError with 401 when that is nobody we know
   */
  String caller(HttpRequest<?> request) {
    var shown = request.getHeaders().getAll(HttpHeaders.AUTHORIZATION);
    var key =
        shown.size() == 1 && shown.getFirst().startsWith(BEARER)
            ? shown.getFirst().substring(BEARER.length())
            : "";
    var owner = owners.get(digest(key));
    if (owner == null) {
      throw new ApiError(
          HttpStatus.UNAUTHORIZED,
          "invalid_api_key",
          owners.isEmpty()
              ? "No API keys are set up: set switchboard.api-keys.NAME.key."
              : "Send a key of this server as Authorization: Bearer KEY.");
    }
    return owner;
  }

  private static ByteBuffer digest(String key) {
    return ByteBuffer.wrap(Sha256.of(key.getBytes(StandardCharsets.UTF_8)));
  }
}
