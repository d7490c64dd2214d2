package dev.switchboard.bot.triage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.bot.Message;
import dev.switchboard.bot.Reading;
import dev.switchboard.bot.Signal;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class QuestionsTest {

  private static final Triage TRIAGE =
      new Triage(() -> Set.of(Locale.ENGLISH, Locale.GERMAN, Locale.FRENCH));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          How long does shipping take? Can I pay by invoice?            | How long does shipping take?     | Can I pay by invoice?
          How much is express shipping and do you ship to Norway?       | How much is express shipping?    | do you ship to Norway?
          What does shipping cost? And where is my gift card balance?   | What does shipping cost?         | where is my gift card balance?
          Hi! Where is my parcel? What are your opening hours? Thanks   | Where is my parcel?              | What are your opening hours?
          Wie lange dauert der Versand? Kann ich auf Rechnung bezahlen? | Wie lange dauert der Versand?    | Kann ich auf Rechnung bezahlen?
          Quand arrive mon colis ? Quels sont les moyens de paiement ?  | Quand arrive mon colis ?         | Quels sont les moyens de paiement ?
          I ordered boots. Can I exchange them? What are your opening hours? | I ordered boots. Can I exchange them? | What are your opening hours?
          """)
  void separatesQuestionsThatCanStandAlone(String text, String first, String second) {
    assertThat(read(text).questions()).containsExactly(first, second);
    assertThat(read(text).signals()).contains(Signal.SEVERAL_QUESTIONS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I ordered boots last week. They are too small. Can I exchange them?",
        "What does express cost and how long does it take?",
        "Is the tent waterproof? And does it come with pegs?",
        "Where is my parcel? Is it lost?",
        "Can I return boots and tents?",
        "My card was declined? What should I do?",
        "Do you ship to Dr. Miller, St. Gallen?",
        "Was kostet Express und wie lange dauert das?",
        "I have moved. I have a new phone. My name changed too. Can I log in? What are the fees?",
        "Why was I charged twice? I only bought one tent. How do I get a refund?"
      })
  void keepsTogetherWhatBelongsTogether(String text) {
    assertThat(read(text).questions()).containsExactly(text);
    assertThat(read(text).signals()).doesNotContain(Signal.SEVERAL_QUESTIONS);
  }

  @Test
  void asksAtMostFiveQuestionsAndLosesNone() {
    var text =
        """
        Where is my parcel today? How do I return boots? What does express shipping cost?
        Can I pay by invoice? Do you ship to Norway? Are tents waterproof in winter?
        """;
    var questions = read(text).questions();
    assertThat(questions).hasSize(5);
    assertThat(questions.getLast())
        .isEqualTo("Do you ship to Norway? Are tents waterproof in winter?");
  }

  private static Reading read(String text) {
    return TRIAGE.read(new Message(text, List.of()));
  }
}
