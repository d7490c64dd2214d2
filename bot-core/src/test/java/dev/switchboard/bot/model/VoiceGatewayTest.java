package dev.switchboard.bot.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.switchboard.bot.model.sandbox.ModelSandbox;
import dev.switchboard.bot.model.sandbox.Scenario;
import io.micronaut.context.ApplicationContext;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Models that hear and speak, good ones and broken ones. */
@Timeout(60)
class VoiceGatewayTest {
  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private static final byte[] NOTE = new byte[30_000];

  private final ModelSandbox models = ModelSandbox.start(0);
  private final ApplicationContext context =
      ApplicationContext.builder().singletons(new SecureRandom()).properties(settings()).start();
  private final VoiceGateway gateway = context.getBean(VoiceGateway.class);

  private Map<String, Object> settings() {
    var settings = new HashMap<String, Object>();
    settings.put(
        "datasources.default.url",
        "jdbc:h2:mem:voice-%s;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
            .formatted(UUID.randomUUID()));
    settings.put("switchboard.providers.one.url", models.url().toString());
    for (var model : Map.of("hearing", "whisper-1", "speaking", "tts-1").entrySet()) {
      settings.put("switchboard.models.%s.provider".formatted(model.getKey()), "one");
      settings.put("switchboard.models.%s.model".formatted(model.getKey()), model.getValue());
    }
    return settings;
  }

  @AfterEach
  void close() {
    context.close();
    models.close();
  }

  @Test
  void whatIsSpokenIsWrittenDownAndTheSecondsAreBooked() {
    models.hears("Where is my parcel?");

    assertThat(gateway.written(NOTE, "note.webm", "c1", PATIENCE))
        .contains(new VoiceGateway.Heard("Where is my parcel?", "hearing"));
    assertThat(context.getBean(Ledger.class).of("c1"))
        .extracting(
            Booking::model, Booking::purpose, booking -> booking.usage().in(), Booking::cost)
        .containsExactly(tuple("hearing", "voice note", 3L, 300L));
  }

  @Test
  void anAnswerIsSpokenAndItsCharactersAreBooked() {
    assertThat(gateway.spoken("Two to four days.", "c1", PATIENCE)).isPresent();
    assertThat(models.asked().getLast().toString()).contains("Two to four days.", "alloy", "mp3");
    assertThat(context.getBean(Ledger.class).of("c1"))
        .extracting(Booking::model, booking -> booking.usage().in())
        .containsExactly(tuple("speaking", 17L));
  }

  @Test
  void aCorruptSoundIsRefusedOnceAndLeavesTheModelInUse() {
    var corrupt = "corrupt".getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < 6; i++) {
      assertThat(gateway.written(corrupt, "note.webm", "", PATIENCE)).isEmpty();
    }
    assertThat(models.calls()).isEqualTo(6);
    assertThat(gateway.written(NOTE, "note.webm", "", PATIENCE)).isPresent();
  }

  @ParameterizedTest
  @EnumSource(
      value = Scenario.class,
      names = {"SILENT", "NO_CREDIT", "UNAUTHORIZED", "NO_MODEL", "EMPTY", "GOOD_PAGE", "PAGE"})
  void whateverAProviderDoesAnEndIsComeToInTime(Scenario scenario) {
    models.otherwise(() -> scenario);
    long begun = System.nanoTime();

    assertThat(gateway.written(NOTE, "note.webm", "c1", PATIENCE)).isEmpty();
    assertThat(gateway.spoken("Hello.", "c1", PATIENCE)).isEmpty();
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(9));
    assertThat(context.getBean(Ledger.class).of("c1")).isNotEmpty();
  }

  @Test
  void whoOnlyHearsAnswersNobody() {
    assertThat(context.getBean(LlmGateway.class).isOn()).isFalse();
    assertThat(context.getBean(Probe.class).all())
        .allSatisfy(found -> assertThat(found.trouble()).isEmpty());
  }
}
