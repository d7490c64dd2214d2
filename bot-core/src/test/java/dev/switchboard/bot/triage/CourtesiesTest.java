package dev.switchboard.bot.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.bot.Signal;
import java.util.Arrays;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CourtesiesTest {

  private final Courtesies courtesies = new Courtesies();

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {
        "WANTS_PERSON",
        "ANNOYED",
        "ABUSIVE",
        "NOT_HELPED",
        "POINTS_AT_FILE",
        "SEVERAL_QUESTIONS",
        "FOLLOW_UP"
      })
  void repliesInTheCustomersLanguage(Signal signal) {
    assertThat(courtesies.reply(signal, Locale.GERMAN))
        .isNotBlank()
        .isNotEqualTo(courtesies.reply(signal, Locale.ENGLISH));
  }

  @Test
  void admitsToBeAProgram() {
    assertThat(courtesies.reply(Signal.ASKS_IF_BOT, Locale.UK))
        .startsWith("I am an automated assistant, not a person.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "fi", "und"})
  void speaksEnglishWhereItDoesNotKnowTheLanguage(String language) {
    assertThat(courtesies.reply(Signal.GREETING, Locale.forLanguageTag(language)))
        .startsWith("Hello!");
  }

  @Test
  void refusesWhatNoCourtesySettles() {
    assertThatThrownBy(() -> courtesies.reply(Signal.WANTS_PERSON, Locale.ENGLISH))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "de", "fr", "es", "it", "nl", "pt", "pl", "tr", "ja", "zh", "ar", "ru", "sv", "da", "ko"
      })
  void hasEveryTextInEveryLanguage(String language) {
    var bundle =
        ResourceBundle.getBundle("dev.switchboard.bot.triage.courtesies", Locale.of(language));
    assertThat(bundle.getLocale().getLanguage()).isEqualTo(language);
    assertThat(bundle.keySet()).hasSize(CustomerText.values().length);
    Arrays.stream(CustomerText.values())
        .forEach(text -> assertThat(courtesies.text(text, Locale.of(language))).isNotBlank());
  }

  @Test
  void refusesACatalogueThatLacksAText() {
    assertThatThrownBy(() -> new Phrases<>(Signal.class, "dev.switchboard.bot.triage.courtesies"))
        .isInstanceOf(MissingResourceException.class);
  }
}
