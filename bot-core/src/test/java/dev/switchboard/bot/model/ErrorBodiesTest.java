package dev.switchboard.bot.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.bot.model.ProviderFailure.Kind;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What providers say when they do not answer. */
class ErrorBodiesTest {

  private static HttpHeaders headers(String... namesAndValues) {
    var headers = new HashMap<String, List<String>>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      headers.put(namesAndValues[i], List.of(namesAndValues[i + 1]));
    }
    return HttpHeaders.of(headers, (name, value) -> true);
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
}
