package dev.switchboard.bot.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UsageTest {
  @Test
  void isTakenAsToldWhereItCanBe() {
    var told = new Usage(300, 90, 100, 0, true);

    assertThat(told.within(400, 100)).isEqualTo(told);
    assertThat(new Usage(900, 90, 0, 0, true).within(400, 100).told())
        .describedAs("estimates are not exact")
        .isTrue();
  }

  @Test
  void isEstimatedWhereAProviderTellsNothingOrAThousandTimesTooMuch() {
    assertThat(new Usage(0, 0, 0, 0, true).within(400, 100))
        .isEqualTo(new Usage(400, 1, 0, 0, false));
    assertThat(new Usage(300_000, 90, 0, 0, true).within(400, 100))
        .isEqualTo(new Usage(400, 90, 0, 0, false));
    assertThat(new Usage(300, 90_000, 0, 0, true).within(400, 100))
        .isEqualTo(new Usage(400, 100, 0, 0, false));
  }
}
