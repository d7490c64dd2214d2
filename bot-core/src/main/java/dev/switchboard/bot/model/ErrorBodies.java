package dev.switchboard.bot.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.switchboard.bot.model.ProviderFailure.Kind;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Reads what providers say when they do not answer, each in its own way. */
final class ErrorBodies {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LONGEST_MESSAGE = 300;
  private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

  private ErrorBodies() {}

  /** The failure that an HTTP answer is. */
  static ProviderFailure of(int status, Function<String, Optional<String>> headers, String body) {
    var error = parsed(body).path("error");
    var code = error.path("code").asText("") + " " + error.path("type").asText("");
    var message = message(error, status);
    return new ProviderFailure(kind(status, code, message), status, pause(headers), message);
  }

  private static Kind kind(int status, String code, String message) {
    var said = (code + " " + message).toLowerCase(Locale.ROOT);
    return switch (status) {
      case 401, 403, 407 -> Kind.UNAUTHORIZED;
      case 402 -> Kind.NO_CREDIT;
      case 404 -> Kind.NO_MODEL;
      case 408, 409 -> Kind.OVERLOADED;
      case 413 -> Kind.TOO_LONG;
      case 429 -> said.contains("insufficient_quota") ? Kind.NO_CREDIT : Kind.RATE_LIMITED;
      default ->
          status >= 500
              ? Kind.OVERLOADED
              : said.contains("context_length") || said.contains("maximum context length")
                  ? Kind.TOO_LONG
                  : Kind.REFUSED;
    };
  }

  /** The failure that stands where an answer should, whatever the status. */
  static Optional<ProviderFailure> inAnswer(String body) {
    return inAnswer(parsed(body));
  }

  /** The failure that stands where an answer should, whatever the status. */
  static Optional<ProviderFailure> inAnswer(JsonNode answer) {
    if (!answer.isObject()) {
      return Optional.of(
          new ProviderFailure(Kind.GARBAGE, "what the provider answered is no JSON object"));
    }
    return in(answer)
        .or(() ->
            answer.path("choices").isEmpty() && !answer.has("data")
                ? Optional.of(new ProviderFailure(Kind.GARBAGE, "the answer holds no choices"))
                : Optional.empty());
  }

  /** The error in a piece of an answer. */
  static Optional<ProviderFailure> in(JsonNode piece) {
    var error = piece.path("error");
    if (error.isMissingNode() || error.isNull()) {
      return Optional.empty();
    }
    int status = error.path("code").asInt(500);
    var message = message(error, status);
    return Optional.of(
        new ProviderFailure(
            kind(
                status,
                error.path("code").asText("") + " " + error.path("type").asText(""),
                message),
            status,
            Duration.ZERO,
            message));
  }

  // Some say back what they were sent, keys among it.
  private static String message(JsonNode error, int status) {
    var said =
        error
            .path("message")
            .asText("")
            .replaceAll("\\b(?:(?:sk|key)-|Bearer )[\\w.-]{6,}", "[key]");
    var cut = said.length() > LONGEST_MESSAGE ? said.substring(0, LONGEST_MESSAGE) : said;
    return cut.isBlank() ? "the provider answered with status " + status : cut;
  }

  private static JsonNode parsed(String body) {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException broken) {
      return JSON.missingNode();
    }
  }

  private static Duration pause(Function<String, Optional<String>> headers) {
    var pause =
        headers
            .apply("retry-after-ms")
            .flatMap(text -> number(text).map(millis -> Duration.ofMillis(Math.round(millis))))
            .or(() -> headers.apply("retry-after").flatMap(text -> seconds(text, headers)))
            .orElse(Duration.ZERO);
    return pause.isNegative()
        ? Duration.ZERO
        : pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
  }

  /** In seconds or as a date (RFC 9110, 10.2.3): by the provider's clock, not ours. */
  private static Optional<Duration> seconds(
      String text, Function<String, Optional<String>> headers) {
    return number(text)
        .map(seconds -> Duration.ofMillis(Math.round(Math.min(seconds, 86_400) * 1_000)))
        .or(() ->
            date(text)
                .flatMap(then ->
                    headers
                        .apply("date")
                        .flatMap(ErrorBodies::date)
                        .map(now -> Duration.between(now, then))));
  }

  private static Optional<ZonedDateTime> date(String text) {
    try {
      return Optional.of(ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME));
    } catch (DateTimeException none) {
      return Optional.empty();
    }
  }

  private static Optional<Double> number(String text) {
    try {
      var number = Double.parseDouble(text.strip());
      return Double.isFinite(number) ? Optional.of(number) : Optional.empty();
    } catch (NumberFormatException none) {
      return Optional.empty();
    }
  }
}
