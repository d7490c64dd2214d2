package dev.switchboard.bot.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.switchboard.bot.model.ProviderFailure.Kind;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What providers say when they do not answer. */
class ErrorBodiesTest {

  private static Function<String, Optional<String>> headers(String... namesAndValues) {
    var headers = new HashMap<String, List<String>>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      headers.put(namesAndValues[i], List.of(namesAndValues[i + 1]));
    }
    return HttpHeaders.of(headers, (name, value) -> true)::firstValue;
  }

  private static Duration pause(String... headers) {
    return ErrorBodies.of(429, headers(headers), "").retryAfter();
  }

  @Test
  void tellHowLongToWaitInEachOfTheirWays() {
    assertThat(pause("retry-after", "3")).isEqualTo(Duration.ofSeconds(3));
    assertThat(pause("retry-after", "3", "retry-after-ms", "2500"))
        .isEqualTo(Duration.ofMillis(2_500));
    // By the provider's clock, however wrong it goes.
    assertThat(
            pause(
                "retry-after", "Wed, 21 Oct 2015 07:28:09 GMT",
                "date", "Wed, 21 Oct 2015 07:28:00 GMT"))
        .isEqualTo(Duration.ofSeconds(9));
    assertThat(pause("retry-after", "99999999999")).isEqualTo(Duration.ofHours(1));
    assertThat(pause("retry-after", "soon")).isZero();
    assertThat(pause("retry-after", "-5")).isZero();
    assertThat(pause("retry-after", "NaN")).isZero();
    assertThat(pause()).isZero();
  }

  @Test
  void areToldByTheirKind() {
    var kinds =
        Map.of(
            400,
            Kind.REFUSED,
            401,
            Kind.UNAUTHORIZED,
            402,
            Kind.NO_CREDIT,
            404,
            Kind.NO_MODEL,
            408,
            Kind.OVERLOADED,
            413,
            Kind.TOO_LONG,
            429,
            Kind.RATE_LIMITED,
            500,
            Kind.OVERLOADED,
            529,
            Kind.OVERLOADED,
            451,
            Kind.REFUSED);

    kinds.forEach((status, kind) ->
        assertThat(ErrorBodies.of(status, headers(), "<html>").kind()).isEqualTo(kind));
    assertThat(
            ErrorBodies.of(400, headers(), "{\"error\":{\"code\":\"context_length_exceeded\"}}")
                .kind())
        .isEqualTo(Kind.TOO_LONG);
    assertThat(
            ErrorBodies.of(429, headers(), "{\"error\":{\"code\":\"insufficient_quota\"}}").kind())
        .isEqualTo(Kind.NO_CREDIT);
  }

  @Test
  void neverRepeatAKey() {
    var failure =
        ErrorBodies.of(
            401,
            headers(),
            "{\"error\":{\"message\":\"Incorrect API key provided: sk-abc123456.\"}}");

    assertThat(failure).hasMessage("Incorrect API key provided: [key]");
  }

  @ParameterizedTest
  @CsvSource({
    "openai, 400_unsupported_value, REFUSED",
    "openai, 400_context, TOO_LONG",
    "openai, 400_image, REFUSED",
    "openai, 401, UNAUTHORIZED",
    "openai, 404_model, NO_MODEL",
    "openai, 429_rate, RATE_LIMITED",
    "openai, 429_quota, NO_CREDIT",
    "openai, 500, OVERLOADED",
    "openai, 503, OVERLOADED",
    "openrouter, 402, NO_CREDIT",
    "openrouter, 403_moderation, UNAUTHORIZED",
    "openrouter, 429, RATE_LIMITED",
    "vllm, 400, TOO_LONG",
    "vllm, 400_legacy_flat, REFUSED",
    "ollama, 404, NO_MODEL"
  })
  void areReadAsEachVendorSendsThem(String vendor, String name, Kind kind) throws IOException {
    var error = samples().path(vendor).path(name);

    var failure =
        ErrorBodies.of(error.path("status").asInt(), headers(), error.path("body").toString());

    assertThat(failure.kind()).isEqualTo(kind);
    assertThat(failure.getMessage()).isNotBlank();
  }

  @Test
  void areFoundWhereAnAnswerShouldStand() throws IOException {
    var body = samples().path("openrouter").path("200_with_error").path("body").toString();

    assertThat(ErrorBodies.inAnswer(body))
        .hasValueSatisfying(failure -> assertThat(failure.kind()).isEqualTo(Kind.OVERLOADED));
    assertThat(ErrorBodies.inAnswer("<html>"))
        .hasValueSatisfying(failure -> assertThat(failure.kind()).isEqualTo(Kind.GARBAGE));
  }

  private static JsonNode samples() throws IOException {
    try (var file = ErrorBodiesTest.class.getResourceAsStream("/openai/errors.json")) {
      return new ObjectMapper().readTree(file);
    }
  }
}
