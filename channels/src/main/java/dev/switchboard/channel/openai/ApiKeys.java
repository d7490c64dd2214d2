package dev.switchboard.channel.openai;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;

/** Knows whose key a program shows. */
@Singleton
final class ApiKeys {
  private static final String BEARER = "Bearer ";

  private final List<ApiKeyEntry> keys;

  ApiKeys(List<ApiKeyEntry> keys) {
    this.keys = keys;
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
    // All are compared, each in constant time.
    var found = keys.stream().filter(entry -> isSame(entry.key(), key)).toList();
    if (found.isEmpty()) {
      throw new ApiError(
          HttpStatus.UNAUTHORIZED,
          "invalid_api_key",
          keys.isEmpty()
              ? "No API keys are set up: set switchboard.api-keys.NAME.key."
              : "Send a key of this server as Authorization: Bearer KEY.");
    }
    return found.getFirst().name();
  }

  private static boolean isSame(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }
}
