package dev.switchboard.bot.model;

import static io.opentelemetry.api.common.AttributeKey.longKey;
import static io.opentelemetry.api.common.AttributeKey.stringKey;
import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.data.message.UserMessage;
import dev.switchboard.bot.model.sandbox.ModelSandbox;
import dev.switchboard.bot.model.sandbox.Scenario;
import io.micronaut.context.ApplicationContext;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.testing.junit5.OpenTelemetryExtension;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What whoever traces the server is told of calls. */
class CallSpanTest {
  @RegisterExtension static final OpenTelemetryExtension TRACES = OpenTelemetryExtension.create();

  @Test
  void tellsEachCallInNumbersAndNoWordOfIt() {
    try (var provider = ModelSandbox.start(0);
        var context =
            ApplicationContext.builder()
                .singletons(new SecureRandom())
                .properties(
                    Map.of(
                        "datasources.default.url",
                        "jdbc:h2:mem:spans-%s;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE"
                                .formatted(UUID.randomUUID())
                            + ";DEFAULT_NULL_ORDERING=HIGH",
                        "switchboard.providers.one.url",
                        provider.url().toString(),
                        "switchboard.models.mini.provider",
                        "one",
                        "switchboard.models.mini.model",
                        "gpt-4o-mini"))
                .start()) {
      provider.next("gpt-4o-mini", Scenario.CUT);
      var ask =
          new Ask(List.of(UserMessage.from("my secret words")), Tier.MINI, "answer", "c9", 50);
      context.getBean(LlmGateway.class).ask(ask, Duration.ofSeconds(20));
    }
    var spans = TRACES.getSpans();

    assertThat(spans).hasSize(2).allMatch(span -> span.getName().equals("chat gpt-4o-mini"));
    assertThat(spans.getFirst().getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
    assertThat(spans.getFirst().getAttributes().get(stringKey("error.type"))).isEqualTo("CUT");
    var good = spans.getLast().getAttributes();
    assertThat(good.get(stringKey("gen_ai.conversation.id"))).isEqualTo("c9");
    assertThat(good.get(longKey("gen_ai.usage.input_tokens"))).isPositive();
    assertThat(good.get(longKey("gen_ai.usage.output_tokens"))).isPositive();
    assertThat(spans.toString()).doesNotContain("secret");
  }
}
