package dev.switchboard.escalation.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class RulesFileTest {

  static Stream<Arguments> bad() {
    return Stream.of(
        Arguments.of("topcis: []", "1:1: unknown key 'topcis'; did you mean 'topics'?"),
        Arguments.of("topics: [\n  {name: x", "2:11: expected ',' or '}', but got <stream end>"),
        Arguments.of("- a", "1:1: here must be keys with values, as in 'name: support'"),
        Arguments.of("topics:\n  - phrases: {en: [a]}", "2:5: 'name' is missing"),
        Arguments.of("topics:\n  - name: x", "2:5: 'phrases' is missing"),
        Arguments.of(
            "topics:\n  - name: x\n    phrases: {english: [a]}",
            "3:15: a language is written in two letters, as en or de, not 'english'"),
        Arguments.of(
            "topics:\n  - name: x\n    phrases: {en: ['[a]']}",
            "3:20: a phrase has to begin with a word"),
        Arguments.of(
            "topics:\n  - name: x\n    phrases: {en: ['$day']}",
            "3:20: no line above says what $day stands for"),
        Arguments.of(
            "topics:\n  - {name: x, phrases: {en: [a]}, amount-above: lots}",
            "2:49: an amount is written as '100 EUR', not 'lots'"),
        Arguments.of(
            "topics:\n  - {name: x, phrases: {en: [a]}}\n  - {name: x, phrases: {en: [b]}}",
            "3:5: there is a topic 'x' above already"),
        Arguments.of(
            "rules:\n  - when: {topic: safty}\n    then: {rung: person}",
            "2:19: there is no topic 'safty'; did you mean 'safety'?"),
        Arguments.of(
            "rules:\n  - when: {signal: anoyed}\n    then: {rung: person}",
            "2:20: there is no signal 'anoyed'; did you mean 'annoyed'?"),
        Arguments.of(
            "rules:\n  - when: {vip: yes}\n    then: {rung: person}",
            "2:17: there is no choice 'yes'; known are false, true"),
        Arguments.of(
            "rules:\n  - when: {vip: true}",
            "2:5: 'then' is missing, as in 'then: {rung: person, priority: high}'"),
        Arguments.of(
            "rules:\n  - when: {vip: true}\n    then: {rung: large}",
            "3:18: there is no rung 'large'; known are bot, person"),
        Arguments.of(
            "vip: {email-domains: [ann@x.com]}",
            "1:23: a domain is written as example.com, not 'ann@x.com'"),
        Arguments.of(
            "teams:\n  - {name: a, zone: Europe/Madird, hours: mon-fri 9:00-17:00}",
            "2:21: there is no time zone 'Europe/Madird'; did you mean 'Europe/Madrid'?"),
        Arguments.of(
            "teams:\n  - {name: a, hours: mon-fri 9:00-17:00}",
            "2:5: 'zone' is missing: hours hold somewhere, as in Europe/Madrid"),
        Arguments.of(
            "teams:\n  - {name: a, zone: UTC, hours: mon-fry 9:00-17:00}",
            "2:33: a day is one of mon, tue, wed, thu, fri, sat, sun, not 'fry'"),
        Arguments.of(
            "teams:\n  - {name: a, zone: UTC, hours: mon 17:00-9:00}",
            "2:33: the hours must end after they begin; those past midnight are written as two"),
        Arguments.of(
            "teams:\n  - {name: a, first-reply: {high: soon}}",
            "2:35: a time is written as 15m or 2h, not 'soon'"),
        Arguments.of(
            "teams:\n  - {name: a, holidays: 25.12.2026}",
            "2:25: a date is written as 2026-12-25, not '25.12.2026'"),
        Arguments.of("teams: [{name: a}, {name: a}]", "1:20: there is a team 'a' above already"),
        Arguments.of(
            "rules:\n  - when: {vip: true}\n    then: {team: suport}\nteams: [{name: support}]",
            "3:18: there is no team 'suport'; did you mean 'support'?"),
        Arguments.of(
            "rules:\n  - when: {vip: true}\n    then: {priority: hi}",
            "3:22: there is no priority 'hi'; did you mean 'high'?"),
        Arguments.of("vip: {}\nvip: {}", "2:1: 'vip' stands here twice"),
        Arguments.of("emergency-number: [1, 1]", "1:19: here must be a value"),
        Arguments.of(
            "texts:\n  en: {self-ham: x}",
            "2:8: unknown key 'self-ham'; did you mean 'self-harm'?"));
  }

  @ParameterizedTest
  @MethodSource("bad")
  void saysWhereAMistakeStands(String text, String mistake) {
    assertThatThrownBy(() -> RulesFile.read("rules.yaml", text))
        .isInstanceOfSatisfying(
            RulesRefused.class,
            refused -> assertThat(refused.lines()).containsExactly("rules.yaml:" + mistake));
  }

  @Test
  void saysAllMistakesAtOnceInTheirOrder() {
    var text =
        """
        topcis: []
        rules:
          - when: {chanel: web}
            then: {rung: persn}
        vip: {email-domains: [x]}
        """;
    var refused = catchThrowableOfType(RulesRefused.class, () -> RulesFile.read("r", text));
    assertThat(refused.lines())
        .containsExactly(
            "r:1:1: unknown key 'topcis'; did you mean 'topics'?",
            "r:3:12: unknown key 'chanel'; did you mean 'channel'?",
            "r:4:18: there is no rung 'persn'; did you mean 'person'?",
            "r:5:23: a domain is written as example.com, not 'x'");
  }

  @Test
  void readsTheShippedRulesAndAnEmptyFileAlike() {
    assertThat(RulesFile.shipped().topics("my lawyer will call")).containsExactly("legal-threat");
    assertThat(RulesFile.read("r", "# none").topics("my lawyer")).containsExactly("legal-threat");
  }

  @Test
  void keepsTheTopicOfSelfHarmBesideTheTeamsOwn() {
    var book = RulesFile.read("r", "topics: [{name: bells, phrases: {en: [bell/bells]}}]");

    assertThat(book.topics("the bells of my lawyer")).containsExactly("bells");
    assertThat(book.topics("I want to die")).containsExactly("self-harm");
  }

  @Test
  void readsAFileOfTheTeam(@TempDir Path folder) throws Exception {
    var file = Files.writeString(folder.resolve("rules.yaml"), "emergency-number: 112");

    assertThat(RulesFile.read(file).words().emergency()).isEqualTo("112");
    assertThatThrownBy(() -> RulesFile.read(folder.resolve("none.yaml")))
        .isInstanceOf(RulesRefused.class)
        .hasMessageEndingWith("none.yaml cannot be read as UTF-8 text");
  }
}
