package dev.switchboard.channel.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@MicronautTest
class BadInputTest {
  private static final String CANARY = "canary-7f3a";

  @Inject Site site;

  static Stream<Arguments> bodies() {
    return Stream.of(
        arguments("nothing", ""),
        arguments("blanks", "  \n"),
        arguments("null", "null"),
        arguments("a list", "[]"),
        arguments("a list with a question", "[{\"question\": \"canary-7f3a\"}]"),
        arguments("a text", "\"canary-7f3a\""),
        arguments("a number", "0"),
        arguments("no question", "{\"canary-7f3a\": 1}"),
        arguments("another case", "{\"Question\": \"canary-7f3a\"}"),
        arguments("a question of null", "{\"question\": null}"),
        arguments("a question of a number", "{\"question\": 7}"),
        arguments("a question of a truth", "{\"question\": true}"),
        arguments("a question of a list", "{\"question\": [\"canary-7f3a\"]}"),
        arguments("a question of an object", "{\"question\": {\"$ne\": \"canary-7f3a\"}}"),
        arguments("two questions", "{\"question\": \"a\", \"question\": \"canary-7f3a\"}"),
        arguments("a history of null", "{\"question\": \"a\", \"history\": null}"),
        arguments("a history of a text", "{\"question\": \"a\", \"history\": \"canary-7f3a\"}"),
        arguments("a history of texts", "{\"question\": \"a\", \"history\": [\"canary-7f3a\"]}"),
        arguments("an exchange without question", "{\"question\": \"a\", \"history\": [{}]}"),
        arguments(
            "articles of a text",
            "{\"question\": \"a\", \"history\": [{\"question\": \"b\", \"articles\": \"x\"}]}"),
        arguments(
            "articles of numbers",
            "{\"question\": \"a\", \"history\": [{\"question\": \"b\", \"articles\": [1]}]}"),
        arguments("half an object", "{\"question\": \"canary-7f3a\""),
        arguments("two objects", "{\"question\": \"a\"} {\"question\": \"canary-7f3a\"}"),
        arguments("a comment", "/* canary-7f3a */ {\"question\": \"a\"}"),
        arguments("not a number", "{\"question\": \"a\", \"x\": NaN}"),
        arguments("digits", "{\"question\": \"a\", \"x\": " + "9".repeat(10_000) + "}"),
        arguments("depth", "{\"x\": " + "[".repeat(10_000) + "]".repeat(10_000) + "}"),
        arguments("endless depth", "[".repeat(60_000)),
        arguments("a byte order mark", "\uFEFF{\"question\": \"canary-7f3a\"}"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bodies")
  void refusesWhatIsNoQuestion(String name, String body) {
    assertProblem(site.ask(body), 400);
  }

  @Test
  void refusesBytesThatAreNoText() {
    var body = "{\"question\": \"caf\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1);

    assertProblem(site.ask(BodyPublishers.ofByteArray(body), "application/json"), 400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "application/json; charset=utf-16",
        "application/json; charset=utf-7",
        "application/jsonp"
      })
  void readsNoOtherContentType(String type) {
    var body = BodyPublishers.ofString("{\"question\": \"canary-7f3a\"}");

    assertProblem(site.ask(body, type), 415);
  }

  @Test
  void readsNothingWithoutAContentType() {
    var body = BodyPublishers.ofString("{\"question\": \"canary-7f3a\"}");

    assertProblem(site.send(site.to("/api/v1/ask").POST(body)), 415);
  }

  @Test
  void readsJsonInUtf8() {
    var body = BodyPublishers.ofString("{\"question\": \"hello\"}");

    assertThat(site.ask(body, "application/json; charset=UTF-8").statusCode()).isEqualTo(200);
  }

  @Test
  void readsABodyOf64KilobytesAndNotOneByteMore() {
    assertThat(site.ask(bodyOf(64 * 1024)).statusCode()).isEqualTo(200);
    assertProblem(site.ask(bodyOf(64 * 1024 + 1)), 413);
  }

  @ParameterizedTest
  @ValueSource(ints = {100_000, 5_000_000})
  void refusesALongQuestion(int length) {
    assertProblem(site.ask(bodyOf(length)), 413);
  }

  @Test
  void hasNothingElsewhereAndNoOtherMethod() {
    assertProblem(site.get("/canary-7f3a"), 404);
    assertProblem(site.get("/api/v1/ask?x=canary-7f3a"), 405);
    assertProblem(site.send(site.to("/api/v1/ask").DELETE()), 405);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/assets/..%2fask.html",
        "/assets/..%2f..%2flogback-test.xml",
        "/assets/%252e%252e",
        "/assets/..%5cask.html",
        "/assets/app.js%00.css",
        "/assets/",
        "/assets//app.js",
        "/assets/no-such.js",
        "/web/ask.html"
      })
  void givesOutNoFileButTheAssets(String path) {
    assertThat(site.get(path).statusCode()).isBetween(400, 404);
  }

  private static String bodyOf(int length) {
    var frame = "{\"question\": \"\"}";
    return "{\"question\": \"" + "a".repeat(length - frame.length()) + "\"}";
  }

  private static void assertProblem(HttpResponse<String> response, int status) {
    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(response.body())
        .contains("\"status\":" + status, "\"detail\":\"")
        .doesNotContain(CANARY)
        .doesNotContain("Exception");
    assertThat(response.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
  }
}
