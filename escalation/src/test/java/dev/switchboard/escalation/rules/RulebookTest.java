package dev.switchboard.escalation.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.bot.Priority;
import dev.switchboard.bot.Routing.Route;
import dev.switchboard.bot.Ruling;
import dev.switchboard.bot.Sender;
import dev.switchboard.bot.Signal;
import dev.switchboard.bot.Situation;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RulebookTest {
  private static final Rulebook SHIPPED = RulesFile.shipped();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          self-harm        | I just want to die
          self-harm        | I am thinking about killing myself
          self-harm        | Ich will nicht mehr leben
          self-harm        | Ich möchte mich umbringen
          self-harm        | J'ai envie de mourir
          self-harm        | No quiero seguir viviendo
          self-harm        | Voglio farla finita
          safety           | Your charger caught fire last night
          safety           | Das Netzteil ist explodiert!
          safety           | La batterie a pris feu
          safety           | Huele a gas en la cocina
          safety           | Ho preso la scossa elettrica
          legal-threat     | You will hear from my lawyer
          legal-threat     | I am going to sue you
          legal-threat     | Ich werde rechtliche Schritte einleiten
          legal-threat     | Je vais porter plainte
          legal-threat     | Tomaré acciones legales
          legal-threat     | Sentirete il mio avvocato
          large-refund     | I want a refund of $1,250.00
          large-refund     | Ich will mein Geld zurück, 800 €
          large-refund     | Je demande le remboursement de 1 200 euros
          large-refund     | Quiero un reembolso de 900 EUR
          large-refund     | Voglio un rimborso di 700 euro
          account-deletion | Delete my account now
          account-deletion | I want you to erase my personal data
          account-deletion | Bitte löschen Sie mein Konto
          account-deletion | Supprimez mon compte
          account-deletion | Borren mi cuenta
          account-deletion | Cancellate il mio account
          """)
  void recognizesTheShippedTopics(String topic, String text) {
    assertThat(SHIPPED.topics(text)).containsExactly(topic);
    assertThat(ruling(SHIPPED, text).because())
        .isEqualTo("a rule of the team asks for a person: about " + topic);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "How do I get a refund?",
        "I want a refund of $20",
        "I paid 900 EUR and want to know where my order is",
        "How can I delete my account?",
        "My phone died",
        "This is killing me",
        "Is the case fire proof?",
        "What are your legal terms?"
      })
  void leavesOrdinaryQuestionsToTheBot(String text) {
    assertThat(SHIPPED.topics(text)).isEmpty();
    assertThat(ruling(SHIPPED, text)).isEqualTo(Ruling.NONE);
  }

  @Test
  void comparesAmountsOnlyInTheirOwnCurrency() {
    assertThat(SHIPPED.topics("refund 9000 JPY")).isEmpty();
    assertThat(SHIPPED.topics("refund 500 EUR")).isEmpty();
    assertThat(SHIPPED.topics("refund 500,01 EUR")).containsExactly("large-refund");
  }

  @Test
  void countsAsVipOnlyWhomTheSiteVouchesFor() {
    var book = RulesFile.read("r", "vip: {customers: [c7], email-domains: [Big.example]}");

    assertThat(book.isVip("c7", "")).isTrue();
    assertThat(book.isVip("c8", "ann@big.example")).isTrue();
    assertThat(book.isVip("c8", "ann@notbig.example")).isFalse();
    assertThat(book.isVip("", "ann@big.example")).isFalse();
    assertThat(book.ruling(situation(Set.of(), Set.of(), new Sender("web", true))).person())
        .isTrue();
  }

  @Test
  void theFirstRuleThatIsMetHolds() {
    var book =
        RulesFile.read(
            "r",
            """
            rules:
              - {when: {language: [de, fr], channel: web}, then: {rung: bot}}
              - {when: {signal: annoyed}, then: {rung: person}}
              - {when: {language: de}, then: {rung: person}}
            """);
    var web = new Sender("web", false);
    var mail = new Sender("email", false);
    var cross = Set.of(Signal.ANNOYED);

    assertThat(book.ruling(situation(cross, Set.of(), web)).person()).isFalse();
    assertThat(book.ruling(situation(cross, Set.of(), mail)).because())
        .endsWith("with the signal annoyed");
    assertThat(book.ruling(situation(Set.of(), Set.of(), mail)).because())
        .endsWith("in the language de");
  }

  private static Situation situation(Set<Signal> signals, Set<String> topics, Sender sender) {
    return new Situation(signals, topics, Locale.GERMAN, sender);
  }

  private static Ruling ruling(Rulebook book, String text) {
    return book.ruling(situation(Set.of(), book.topics(text), Sender.UNKNOWN));
  }

  private static final String TEAMS =
      """
      teams:
        - {name: care, zone: Europe/Madrid, hours: mon-fri 09:00-17:00, first-reply: {high: 1h}}
        - name: legal
          zone: Europe/Madrid
          hours: mon-fri 10:00-12:00
          first-reply: {high: 30m}
          slack: legal-cases
          on-call:
            - {hours: sat-sun 09:00-17:00, people: [lea@team.example]}
      rules:
        - when: {topic: legal-threat}
          then: {team: legal}
        - when: {topic: [legal-threat, large-refund]}
          then: {rung: person, priority: high}
      """;
  private static final Instant SATURDAY = Instant.parse("2026-11-28T12:00:00Z");

  private static Situation about(String... topics) {
    return new Situation(Set.of(), Set.of(topics), Locale.ENGLISH, Sender.UNKNOWN);
  }

  @Test
  void takesOfEachThingTheFirstRuleThatSaysIt() {
    var book = RulesFile.read("r", TEAMS);

    assertThat(book.ruling(about("legal-threat")).person()).isTrue();
    assertThat(book.route(about("legal-threat"), SATURDAY))
        .isEqualTo(
            new Route("legal", Priority.HIGH, Optional.of(Instant.parse("2026-11-30T09:30:00Z"))));
    assertThat(book.route(about("large-refund"), SATURDAY))
        .isEqualTo(
            new Route("care", Priority.HIGH, Optional.of(Instant.parse("2026-11-30T09:00:00Z"))));
    assertThat(book.route(about(), SATURDAY))
        .isEqualTo(new Route("care", Priority.NORMAL, Optional.empty()));
  }

  @Test
  void knowsATeamsChannelAndWhoIsOnCall() {
    var book = RulesFile.read("r", TEAMS);

    assertThat(book.slackChannel("legal")).isEqualTo("legal-cases");
    assertThat(book.slackChannel("care")).isEmpty();
    assertThat(book.onCall("legal", SATURDAY)).containsExactly("lea@team.example");
    assertThat(book.onCall("legal", SATURDAY.plus(Duration.ofDays(3)))).isEmpty();
    assertThat(book.onCall("nobody", SATURDAY)).isEmpty();
  }

  @Test
  void knowsWhenSomebodyIsBack() {
    var book = RulesFile.read("r", TEAMS);

    assertThat(book.backAt(SATURDAY).map(ZonedDateTime::toString))
        .contains("2026-11-30T09:00+01:00[Europe/Madrid]");
    assertThat(book.backAt(SATURDAY.plus(Duration.ofDays(2)))).isEmpty();
    assertThat(SHIPPED.backAt(SATURDAY)).isEmpty();
  }

  @Test
  void sendsCasesToNobodyInParticularWithoutTeams() {
    assertThat(SHIPPED.route(about(), SATURDAY)).isEqualTo(Route.NONE);
    assertThat(SHIPPED.route(about("self-harm"), SATURDAY).priority()).isEqualTo(Priority.URGENT);
  }
}
