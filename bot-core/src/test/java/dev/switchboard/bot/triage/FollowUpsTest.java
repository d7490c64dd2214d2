package dev.switchboard.bot.triage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.bot.Exchange;
import dev.switchboard.bot.Message;
import dev.switchboard.bot.Reading;
import dev.switchboard.bot.Signal;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FollowUpsTest {

  private static final Triage TRIAGE =
      new Triage(() ->
          Set.of(Locale.ENGLISH, Locale.GERMAN, Locale.FRENCH, Locale.ITALIAN, Locale.of("es")));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          How long does delivery take?  | and for business accounts?
          How long does delivery take?  | what about gift cards?
          How long does delivery take?  | to Austria?
          How long does delivery take?  | ok, and to Austria?
          What is express delivery?     | how long does that take?
          What is express delivery?     | is it free?
          Wie lange dauert der Versand? | und nach Österreich?
          Wie lange dauert der Versand? | für Geschäftskunden?
          Wie lange dauert der Versand? | was kostet das?
          Combien coûte la livraison ?  | et pour la Suisse ?
          ¿Cuánto cuesta el envío?      | ¿y a México?
          ¿Qué es el envío exprés?      | ¿cuánto cuesta eso?
          Quanto costa la spedizione?   | e per la Svizzera?
          """)
  void joinsAFollowUpToTheQuestionItLeansOn(String earlier, String text) {
    var reading = read(text, earlier);
    assertThat(reading.signals()).contains(Signal.FOLLOW_UP);
    assertThat(reading.questions()).containsExactly(earlier + " — " + text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          How do I return a tent?
          Is it possible to pay by invoice?
          How much does it cost to ship to Norway?
          And how do I return the tent?
          Is there a discount for students?
          I want to return this tent
          Wie kann ich das Paket zurücksenden?
          Gibt es einen Rabatt für Studenten?
          Quels sont les moyens de paiement ?
          ¿Puedo pagar con tarjeta?
          Qual è il costo della spedizione?
          """)
  void leavesAFullQuestionAlone(String text) {
    var reading = read(text, "How long does delivery take?");
    assertThat(reading.signals()).doesNotContain(Signal.FOLLOW_UP);
    assertThat(reading.questions()).containsExactly(text);
  }

  @Test
  void hasNothingToLeanOnWithoutHistory() {
    var reading = read("and to Austria?");
    assertThat(reading.signals()).doesNotContain(Signal.FOLLOW_UP);
    assertThat(reading.questions()).containsExactly("and to Austria?");
  }

  @Test
  void replacesAnEarlierFollowUpByTheNewOne() {
    var reading = read("and to Spain?", "Hi, how long does delivery take?", "and to Austria?");
    assertThat(reading.questions()).containsExactly("how long does delivery take? — and to Spain?");
  }

  @Test
  void pointsBackToTheLatestFollowUp() {
    var reading = read("how long are they valid?", "Where can I buy vouchers?", "and gift cards?");
    assertThat(reading.questions())
        .containsExactly("Where can I buy vouchers? — and gift cards? — how long are they valid?");
  }

  @Test
  void looksBackPastACourtesy() {
    var reading = read("and to Spain?", "How long does delivery take?", "thanks");
    assertThat(reading.questions()).containsExactly("How long does delivery take? — and to Spain?");
  }

  private static Reading read(String text, String... earlier) {
    var history = Stream.of(earlier).map(question -> new Exchange(question, List.of())).toList();
    return TRIAGE.read(new Message(text, history));
  }
}
