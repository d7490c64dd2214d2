package dev.switchboard.channel.openai;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiKeysTest {
  private static final String KEY = "switchboard.api-keys.%s.key";
  private static final String GOOD = "0123456789abcdef0123456789";
  private static final String DATABASE = "jdbc:h2:mem:api-keys;MODE=PostgreSQL";

  @Test
  void ofTwoThatAreTheSameNoServerStarts() {
    assertThatThrownBy(() ->
            ApplicationContext.run(
                Map.of(
                    "datasources.default.url",
                    DATABASE,
                    KEY.formatted("one"),
                    GOOD,
                    KEY.formatted("two"),
                    GOOD)))
        .rootCause()
        .hasMessageContaining("have the same key; give each its own")
        .hasMessageNotContaining(GOOD);
  }

  @ParameterizedTest
  @ValueSource(strings = {"short", "0123456789abcdef012"})
  void thatCouldBeGuessedLetNoServerStart(String key) {
    assertThatThrownBy(() ->
            ApplicationContext.run(
                Map.of("datasources.default.url", DATABASE, KEY.formatted("one"), key)))
        .rootCause()
        .hasMessageContaining("must have 20 characters or more");
  }
}
