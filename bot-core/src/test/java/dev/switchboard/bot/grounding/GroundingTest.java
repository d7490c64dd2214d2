package dev.switchboard.bot.grounding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Answers and what they rest on. */
class GroundingTest {
  private static final String EVIDENCE =
      "Parcels within Germany arrive in 2 to 4 working days. Returns are free within 30 days, and"
          + " the refund takes up to 5 working days after the parcel came back.";

  private static void isSupported(String answer) {
    assertThat(Grounding.supports(EVIDENCE, answer)).as(answer).isTrue();
  }

  private static void isNotSupported(String answer) {
    assertThat(Grounding.supports(EVIDENCE, answer)).as(answer).isFalse();
  }

  @Test
  void areSupportedWhenTheyQuoteOrShorten() {
    isSupported("Returns are free within 30 days.");
    isSupported("Parcels arrive in 2 to 4 working days.");
    isSupported("The refund takes up to 5 working days");
  }

  @Test
  void areNotSupportedWhenTheyAddSomething() {
    isNotSupported("Returns are free within 30 days and we send you a voucher for shoes.");
    isNotSupported("Our branch in Hamburg opens at nine.");
    isNotSupported("I think it depends, but you can surely call us!");
    isNotSupported("");
  }

  @Test
  void areLessLikelySupportedWithAnotherNumberOrADenial() {
    double quoted = Grounding.chance(EVIDENCE, "Returns are free within 30 days.");

    assertThat(Grounding.chance(EVIDENCE, "Returns are free within 90 days."))
        .isLessThan(quoted - 0.1);
    assertThat(Grounding.chance(EVIDENCE, "Returns are not free within 30 days."))
        .isLessThan(quoted - 0.1);
  }

  @Test
  void readScriptsWithoutSpaces() {
    var evidence = "返品は30日以内であれば無料です。";

    assertThat(Grounding.supports(evidence, "返品は30日以内無料です")).isTrue();
    assertThat(Grounding.supports(evidence, "東京の店は九時に開きます")).isFalse();
  }
}
