package dev.switchboard.channel.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What counts as sent by Slack. */
class SignaturesTest {

  record Vector(String name, String secret, String timestamp, String body, String signature) {
    boolean holds(long secondsLater) {
      return holds(secondsLater, timestamp, signature, body);
    }

    boolean holds(long secondsLater, String time, String sign, String sent) {
      var now = Instant.ofEpochSecond(Long.parseLong(timestamp) + secondsLater);
      return new Signatures(secret, Clock.fixed(now, ZoneOffset.UTC))
          .hold(time, sign, sent.getBytes(StandardCharsets.UTF_8));
    }
  }

  static List<Vector> vectors() {
    var file =
        Objects.requireNonNull(
            SignaturesTest.class.getResourceAsStream("/slack/signature-vectors.json"));
    var vectors =
        JsonParser.parseReader(new InputStreamReader(file, StandardCharsets.UTF_8))
            .getAsJsonObject()
            .getAsJsonArray("vectors");
    return StreamSupport.stream(vectors.spliterator(), false)
        .map(element -> element.getAsJsonObject())
        .map(json ->
            new Vector(
                json.get("name").getAsString(),
                json.get("secret").getAsString(),
                json.get("timestamp").getAsString(),
                json.get("body").getAsString(),
                json.get("signature").getAsString()))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void holdsWhatSlackHasSigned(Vector vector) {
    assertThat(vector.holds(0)).isTrue();
    assertThat(vector.holds(300)).isTrue();
    assertThat(vector.holds(-300)).isTrue();
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void refusesWhatIsOldOrOfTheFuture(Vector vector) {
    assertThat(vector.holds(301)).isFalse();
    assertThat(vector.holds(-301)).isFalse();
    assertThat(vector.holds(-86_400)).isFalse();
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void refusesWhatWasChanged(Vector vector) {
    assertThat(vector.holds(0, vector.timestamp(), vector.signature(), vector.body() + " "))
        .isFalse();
    assertThat(vector.holds(0, vector.timestamp() + "0", vector.signature(), vector.body()))
        .isFalse();
    assertThat(vector.holds(0, "soon", vector.signature(), vector.body())).isFalse();
    assertThat(vector.holds(0, "", "", vector.body())).isFalse();
    assertThat(
            vector.holds(0, vector.timestamp(), vector.signature().substring(0, 60), vector.body()))
        .isFalse();
  }
}
