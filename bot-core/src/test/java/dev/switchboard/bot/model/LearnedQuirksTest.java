package dev.switchboard.bot.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.bot.model.ProviderFailure.Kind;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LearnedQuirksTest {
  private static final Model MODEL =
      new Model(
          "new",
          Tier.MINI,
          0,
          1,
          "brand-new",
          URI.create("http://127.0.0.1:1/v1"),
          "",
          Map.of(),
          Price.dollars(1, 1),
          8_000,
          1,
          new Quirks(true, true, true, false, 1),
          Set.of());

  private final LearnedQuirks quirks = new LearnedQuirks();

  private boolean refused(String message) {
    return quirks.learns(MODEL, new ProviderFailure(Kind.REFUSED, message));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          messages[0].role does not support 'system' with this model.                    | false | true  | true  | false
          Unsupported parameter: 'max_tokens'. Use 'max_completion_tokens' instead.       | true  | true  | true  | true
          'temperature' does not support 0.2 with this model. Only the default (1) value. | true  | true  | false | false
          'stream' does not support true with this model.                                 | true  | false | true  | false
          """)
  void areWhatProvidersRefuse(
      String said, boolean system, boolean streams, boolean temperature, boolean completion) {
    assertThat(refused(said)).isTrue();
    assertThat(quirks.applied(MODEL).quirks())
        .isEqualTo(new Quirks(system, streams, temperature, completion, 1));
    assertThat(refused(said)).describedAs("once").isFalse();
  }

  @Test
  void areNotLearnedFromOtherFailures() {
    assertThat(refused("Invalid image.")).isFalse();
    assertThat(
            quirks.learns(
                MODEL, new ProviderFailure(Kind.OVERLOADED, "'temperature' is too high here")))
        .isFalse();
    assertThat(quirks.applied(MODEL)).isEqualTo(MODEL);
  }
}
