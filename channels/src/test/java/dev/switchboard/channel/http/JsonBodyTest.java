package dev.switchboard.channel.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.http.HttpStatus;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class JsonBodyTest {

  @Test
  void takesBodiesUpToTheirLimitsAndNoFurther() {
    assertThat(read(padded(JsonBody.LARGEST)).text("a")).isEqualTo("b");
    assertRefused(padded(JsonBody.LARGEST + 1), HttpStatus.REQUEST_ENTITY_TOO_LARGE);
    assertThat(read(nested(15)).text("a")).isEqualTo("b");
    assertRefused(nested(16), HttpStatus.BAD_REQUEST);
    assertThat(read(keys(2_046)).text("a")).isEqualTo("b");
    assertRefused(keys(2_047), HttpStatus.BAD_REQUEST);
    assertThat(read("{\"a\":\"b\",\"n\":" + "1".repeat(50) + "}").text("a")).isEqualTo("b");
    assertRefused("{\"a\":\"b\",\"n\":" + "1".repeat(51) + "}", HttpStatus.BAD_REQUEST);
  }

  private static String padded(int length) {
    var body = "{\"a\":\"b\"}";
    return " ".repeat(length - body.length()) + body;
  }

  /** Lists in lists, within the object. */
  private static String nested(int lists) {
    return "{\"a\":\"b\",\"n\":" + "[".repeat(lists) + "]".repeat(lists) + "}";
  }

  /** So many keys beside the first. */
  private static String keys(int more) {
    return IntStream.range(0, more)
        .mapToObj(key -> "\"k" + key + "\":1")
        .collect(Collectors.joining(",", "{\"a\":\"b\",", "}"));
  }

  private static JsonBody read(String body) {
    return JsonBody.of(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
  }

  private static void assertRefused(String body, HttpStatus status) {
    assertThatThrownBy(() -> read(body))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> assertThat(refusal.answer().code()).isEqualTo(status.getCode()));
  }
}
