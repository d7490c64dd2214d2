package dev.switchboard.app.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LogLinesTest {
  private static final String HOSTILE =
      "a\r\nFAKE line \u001b[2J\u001b]0;t\u0007 \u202eleft \u2066 \u2028 \u0000 \ud800 end";
  private static final int LONGEST_BYTES = 8_192;

  private final LoggerContext context = new LoggerContext();

  @Test
  void anEventIsOneLineOfJsonWhateverItsFieldsHold() throws Exception {
    var line = json(HOSTILE, HOSTILE, new IllegalStateException(HOSTILE));

    assertThat(line.strip()).doesNotContain("\n", "\r");
    var event = read(line);
    assertThat(event.get("message").asText())
        .contains("a\\u000d\\u000aFAKE", "\\u001b[2J", "\\u202eleft", "\\u2028", "\\u0000", "end");
    assertThat(event.get("conversation").asText()).contains("\\u001b");
    assertThat(event.get("fault").asText()).contains("IllegalStateException: a\\u000d\\u000aFAKE");
    event.forEach(
        field -> assertThat(field.asText()).doesNotContainPattern("[\\p{Cc}\\p{Cf}&&[^\\n]]"));
  }

  @Test
  void noFieldIsLongerThanEightKilobytes() throws Exception {
    var huge = "ä\u001b\ud83d\ude00".repeat(300_000);

    var event = read(json(huge, huge, new IllegalStateException(huge, new Error(huge))));

    assertThat(event).isNotEmpty();
    event.forEach(field ->
        assertThat(field.asText().getBytes(StandardCharsets.UTF_8).length)
            .isLessThanOrEqualTo(LONGEST_BYTES));
  }

  @Test
  void aLineForPeopleCannotBeForgedEither() {
    var lines = new LogLines().doLayout(event(HOSTILE, "c1", new IllegalStateException(HOSTILE)));

    assertThat(lines.lines().filter(line -> line.startsWith("FAKE"))).isEmpty();
    assertThat(lines).doesNotContain("\u001b", "\u202e", "\u2028");
    assertThat(lines.lines().findFirst().orElseThrow()).contains("WARN", "Somebody - a\\u000d");
  }

  @Test
  void whatIsHarmlessStaysAsItIs() throws Exception {
    assertThat(read(json("Grüße, 世界 😀 \\ \"x\"", "c1", null)).get("message").asText())
        .isEqualTo("Grüße, 世界 😀 \\ \"x\"");
  }

  private String json(String message, String conversation, @Nullable Throwable fault) {
    var lines = new LogLines();
    lines.setFormat("JSON");
    return lines.doLayout(event(message, conversation, fault));
  }

  private LoggingEvent event(String message, String conversation, @Nullable Throwable fault) {
    Logger logger = context.getLogger("dev.switchboard.Somebody");
    var event = new LoggingEvent("", logger, Level.WARN, "{}", fault, new Object[] {message});
    event.setMDCPropertyMap(Map.of("conversation", conversation));
    return event;
  }

  private static JsonNode read(String line) throws Exception {
    return new ObjectMapper().readTree(line);
  }
}
