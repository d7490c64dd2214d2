package dev.switchboard.bot.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {
  private static final List<String> ANNA =
      List.of(
          "anna.ruiz@hillside.example",
          "Anna Ruiz-Müller",
          "help.hillside.example:8080",
          "Hillside");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "seven green kettles",
        "K7#9x2$4!8@1qW",
        "correct horse battery",
        "Fußgängerübergang",
        "パスワードは長い方が良いです",
        "tab\tand\0nul inside"
      })
  void takesWhatIsHardToGuess(String password) {
    assertThat(PasswordRules.fault(password, ANNA)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "password1234",
        "Password2026!",
        "P4ssw0rd1234",
        "PASSWORDPASSWORD",
        "qwertyuiop12",
        "123456789012",
        "iloveyou2025",
        "adminadmin123",
        "Welcome12345!",
        "aaaaaaaaaaaa",
        "abcabcabcabc",
        "121212121212",
        "Switchboard1!",
        "ｐａｓｓｗｏｒｄ１２３４",
        "Summer2026!!!",
        "839201948372"
      })
  void refusesWhatEverybodyTriesFirst(String password) {
    assertThat(PasswordRules.fault(password, ANNA)).contains(PasswordFault.COMMON);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "anna.ruiz@hillside.example",
        "RuizMüller1999",
        "hillside2026!",
        "H1lls1de-hillside"
      })
  void refusesNamesOfThePersonAndTheSite(String password) {
    assertThat(PasswordRules.fault(password, ANNA)).contains(PasswordFault.PERSONAL);
  }

  @Test
  void countsCharactersAsPeopleDo() {
    assertThat(PasswordRules.fault("a", ANNA)).contains(PasswordFault.TOO_SHORT);
    assertThat(PasswordRules.fault("kettles 789", ANNA)).contains(PasswordFault.TOO_SHORT);
    assertThat(PasswordRules.fault("🦊🐻🐼🦁🐸🐙", ANNA)).contains(PasswordFault.TOO_SHORT);
    assertThat(PasswordRules.fault("seven 🦊🐻🐼🦁🐸🐙", ANNA)).isEmpty();
    assertThat(PasswordRules.fault("kettles ".repeat(16), ANNA)).isEmpty();
    assertThat(PasswordRules.fault("kettles ".repeat(16) + "x", ANNA))
        .contains(PasswordFault.TOO_LONG);
    assertThat(PasswordRules.canBe("x".repeat(1_000_000))).isFalse();
  }
}
