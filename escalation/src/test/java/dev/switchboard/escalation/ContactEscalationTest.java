package dev.switchboard.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.bot.Decision.Cause;
import dev.switchboard.bot.Escalation;
import dev.switchboard.bot.store.StoreDefaults;
import dev.switchboard.escalation.rules.Absence;
import dev.switchboard.escalation.rules.Words;
import io.micronaut.context.ApplicationContext;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ContactEscalationTest {

  private static final Contact FULL =
      new Contact("help@example.com", "+1 555 0100", "Mon-Fri 9-17", "https://example.com/help");

  @Test
  void namesEveryConfiguredWayToTheTeam() {
    assertThat(
            new ContactEscalation(FULL, Words.NONE, Absence.NONE)
                .notice(Cause.NOT_COVERED, Locale.ENGLISH))
        .isEqualTo(
            """
            I do not have a reliable answer to that; a person has to look at it. You can reach our \
            team here:

            - Email: help@example.com
            - Phone: +1 555 0100
            - Contact page: <https://example.com/help>
            - Hours: Mon-Fri 9-17\
            """);
  }

  @Test
  void namesOnlyWhatIsConfigured() {
    var notice =
        new ContactEscalation(new Contact("", "+1 555 0100", "", ""), Words.NONE, Absence.NONE)
            .notice(Cause.WANTS_PERSON, Locale.ENGLISH);
    assertThat(notice).contains("- Phone: +1 555 0100").doesNotContain("Email", "Hours", "page");
  }

  @ParameterizedTest
  @EnumSource
  void promisesNobodyWhereNoContactIsConfigured(Cause cause) {
    var notice =
        new ContactEscalation(Contact.NONE, Words.NONE, Absence.NONE).notice(cause, Locale.ROOT);
    assertThat(notice).endsWith("I cannot tell you here how to reach our team.");
  }

  @ParameterizedTest
  @EnumSource
  void saysThatAPersonAnswersWhereTheConversationWaitsForOne(Cause cause) {
    assertThat(
            new ContactEscalation(Contact.NONE, Words.NONE, Absence.NONE)
                .handedOver(cause, Locale.ENGLISH))
        .endsWith("passed your conversation on to our team. A person will answer you here.");
    assertThat(
            new ContactEscalation(FULL, Words.NONE, Absence.NONE).handedOver(cause, Locale.ENGLISH))
        .contains("A person will answer you here. You can reach our team here:")
        .contains("- Email: help@example.com");
  }

  @Test
  void doesNotCallOfficeHoursAWayToTheTeam() {
    assertThat(new Contact(" ", "", "Mon-Fri", "").reachable()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "de", "fr", "es", "it", "nl", "pt", "pl", "tr", "ja", "zh", "ar", "ru", "sv", "da", "ko"
      })
  void speaksTheCustomersLanguage(String language) {
    var escalation = new ContactEscalation(FULL, Words.NONE, Absence.NONE);
    assertThat(escalation.notice(Cause.WANTS_PERSON, Locale.of(language)))
        .contains("help@example.com")
        .isNotEqualTo(escalation.notice(Cause.WANTS_PERSON, Locale.ENGLISH));
    assertThat(escalation.handedOver(Cause.WANTS_PERSON, Locale.of(language)))
        .contains("help@example.com")
        .isNotEqualTo(escalation.handedOver(Cause.WANTS_PERSON, Locale.ENGLISH));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "en", "de", "fr", "es", "it", "nl", "pt", "pl", "tr", "ja", "zh", "ar", "ru", "sv", "da",
        "ko"
      })
  void isSorryForWhoeverIsAnnoyed(String language) {
    var escalation = new ContactEscalation(FULL, Words.NONE, Absence.NONE);
    var asked = escalation.handedOver(Cause.WANTS_PERSON, Locale.of(language));

    assertThat(escalation.handedOver(Cause.ANNOYED, Locale.of(language)))
        .endsWith(" " + asked)
        .hasSizeGreaterThan(asked.length() + 5);
  }

  @Test
  void speaksCalmlyToWhoeverIsInDangerAndNamesTheNumberOfTheTeam() {
    var shipped = new ContactEscalation(FULL, new Words(Map.of(), "112"), Absence.NONE);
    var own =
        new ContactEscalation(
            FULL, new Words(Map.of("de", "Rufen Sie{number} an."), "112"), Absence.NONE);

    assertThat(shipped.handedOver(Cause.IN_DANGER, Locale.ENGLISH))
        .startsWith("I am very sorry that you are going through this.")
        .contains("emergency number (112) now", "A person will answer you here.");
    assertThat(own.handedOver(Cause.IN_DANGER, Locale.GERMAN)).startsWith("Rufen Sie (112) an.");
    assertThat(
            new ContactEscalation(FULL, Words.NONE, Absence.NONE)
                .notice(Cause.IN_DANGER, Locale.ENGLISH))
        .contains("your local emergency number now");
  }

  @Test
  void takesTheContactFromTheConfiguration() {
    try (var context =
        ApplicationContext.run(
            Map.of(
                "switchboard.contact.email",
                "help@example.com",
                "datasources.default.url",
                StoreDefaults.inMemory("contact")))) {
      assertThat(context.getBean(Escalation.class).notice(Cause.NOT_COVERED, Locale.ENGLISH))
          .contains("- Email: help@example.com")
          .doesNotContain("Phone");
    }
  }

  @Test
  void startsWithoutAnyConfiguration() {
    var nothingButTheStore =
        Map.<String, Object>of("datasources.default.url", StoreDefaults.inMemory("no-contact"));
    try (var context = ApplicationContext.run(nothingButTheStore)) {
      assertThat(context.getBean(Contact.class).reachable()).isFalse();
    }
  }

  @ParameterizedTest
  @CsvSource({"en, back on Monday", "de, Montag", "fr, lundi", "ja, 月曜日"})
  void saysWhenAnAbsentTeamIsBack(String language, String words) {
    var monday = ZonedDateTime.parse("2026-11-30T09:00+01:00[Europe/Madrid]");
    var away = new ContactEscalation(Contact.NONE, Words.NONE, () -> Optional.of(monday));

    assertThat(away.handedOver(Cause.WANTS_PERSON, Locale.forLanguageTag(language)))
        .contains(words, "9:00", "Europe/Madrid")
        .doesNotContain("{");
    assertThat(away.notice(Cause.WANTS_PERSON, Locale.ENGLISH)).doesNotContain("Monday");
  }

  @Test
  void tellsWhoeverStillWaitsInTheirLanguage() {
    var escalation = new ContactEscalation(FULL, Words.NONE, Absence.NONE);

    assertThat(escalation.stillWaiting(Locale.ENGLISH)).contains("nobody has been free yet");
    assertThat(escalation.stillWaiting(Locale.GERMAN)).contains("niemand frei");
    assertThat(escalation.stillWaiting(Locale.ROOT)).contains("nobody has been free yet");
  }
}
