package dev.switchboard.bot.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.bot.Candidate;
import dev.switchboard.bot.Decision;
import dev.switchboard.bot.Decision.Answer;
import dev.switchboard.bot.Decision.Clarify;
import dev.switchboard.bot.Decision.Courtesy;
import dev.switchboard.bot.Decision.Escalate;
import dev.switchboard.bot.Evidence;
import dev.switchboard.bot.Exchange;
import dev.switchboard.bot.Knowledge;
import dev.switchboard.bot.Message;
import dev.switchboard.bot.Passage;
import dev.switchboard.bot.Query;
import dev.switchboard.bot.Reply;
import dev.switchboard.bot.Signal;
import dev.switchboard.bot.Thresholds;
import dev.switchboard.bot.Tone;
import dev.switchboard.bot.triage.Triage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GroundedEngineTest {

  private static final Tone CROSS = new Tone(0.9, 0, Set.of(Signal.ANNOYED));

  private final GroundedEngine engine =
      new GroundedEngine(
          new Triage(() -> Set.of(Locale.ENGLISH)),
          text -> text.contains("!!!") ? CROSS : Tone.PLAIN,
          new Shelf(),
          new NobodyNotified());

  @Test
  void givesTheApprovedAnswerWithItsProof() {
    var part = only(ask("How long does delivery take?"));
    assertThat(part.decision()).isInstanceOf(Answer.class);
    assertThat(part.text()).isEqualTo("Two to four days.");
    assertThat(part.citations()).hasSize(1);
    assertThat(part.citations().getFirst().quote()).isEqualTo("Two to four days.");
  }

  @Test
  void quotesADocumentAndNamesWhereItStands() {
    var part = only(ask("What does the manual say about straps?"));
    assertThat(part.text())
        .isEqualTo("The strap is 22 mm wide.\n\n— [Manual › Straps](https://shop.example/manual)");
  }

  @Test
  void offersTheChoiceWhereArticlesAreClose() {
    var decision = only(ask("Which colours are there?")).decision();
    assertThat(decision).isInstanceOf(Clarify.class);
    assertThat(((Clarify) decision).candidates()).hasSize(2);
  }

  @Test
  void answersAnAnnoyedQuestionOnceAndHandsOverWhenTheAnnoyanceLasts() {
    var question = "How long does delivery take!!!";
    var first = only(ask(question));
    var second =
        only(
            engine.reply(
                new Message(
                    "How long???!!!", List.of(new Exchange(question, List.of("delivery"))))));
    var calmAgain =
        only(
            engine.reply(
                new Message(
                    "How long does delivery take?",
                    List.of(new Exchange(question, List.of("delivery"))))));

    assertThat(first.decision()).isInstanceOf(Answer.class);
    assertThat(second.decision())
        .isInstanceOfSatisfying(
            Escalate.class,
            escalate -> assertThat(escalate.cause()).isEqualTo(Decision.Cause.ANNOYED));
    assertThat(calmAgain.decision()).isInstanceOf(Answer.class);
  }

  @Test
  void handsOverWhoIsAnnoyedAfterAnAnswerThatDidNotHelp() {
    var shown = new Exchange("How long does delivery take?", List.of("delivery"), true);
    var part = only(engine.reply(new Message("This is no answer!!!", List.of(shown))));

    assertThat(part.decision())
        .isInstanceOfSatisfying(
            Escalate.class, escalate -> assertThat(escalate.because()).contains("did not help"));
  }

  @Test
  void doesNotShowAgainWhatDidNotHelp() {
    var shown = new Exchange("How long does delivery take?", List.of("delivery"), true);
    var reply = engine.reply(new Message("How long does delivery take?", List.of(shown)));

    assertThat(only(reply).decision()).isInstanceOf(Escalate.class);
  }

  @Test
  void saysWhatIsReadyBeforeTheNextQuestionIsLookedUp() {
    var ready = new ArrayList<Reply.Part>();
    var message =
        new Message(
            "How long does delivery take? What does the manual say about straps?", List.of());
    var reply = engine.reply(message, ready::add);

    assertThat(ready).hasSize(2).isEqualTo(reply.parts());
  }

  @Test
  void escalatesWhatIsNotCovered() {
    var part = only(ask("Do you sell skis?"));
    assertThat(part.decision())
        .isInstanceOfSatisfying(
            Escalate.class,
            escalate -> assertThat(escalate.cause()).isEqualTo(Decision.Cause.NOT_COVERED));
    assertThat(part.citations()).isEmpty();
  }

  @Test
  void aWishForAPersonIsNeverAnsweredByAnArticle() {
    var part = only(ask("Let me talk to a human, where is my delivery?"));
    assertThat(part.text()).isEqualTo("WANTS_PERSON");
  }

  @Test
  void answersEachOfSeveralQuestions() {
    var reply = ask("How long does delivery take? What does the manual say about straps?");
    assertThat(reply.parts()).hasSize(2).allMatch(part -> part.decision() instanceof Answer);
  }

  @Test
  void returnsAGreetingAndSaysHonestlyWhatItIs() {
    assertThat(only(ask("Hello!")).decision())
        .isInstanceOfSatisfying(
            Courtesy.class, it -> assertThat(it.signal()).isEqualTo(Signal.GREETING));
    assertThat(only(ask("are you a bot?")).text()).containsIgnoringCase("automated");
  }

  @Test
  void asksAgainWhereNothingCanBeRead() {
    for (var text : List.of("", " \u200B ", "\u0000\u0007", "😀😀😀", "???")) {
      assertThat(only(ask(text)).decision()).as(text).isInstanceOf(Courtesy.class);
    }
  }

  @Test
  void readsAFollowUpByTheConversation() {
    var history = List.of(new Exchange("How long does delivery take?", List.of("delivery")));
    var reply = engine.reply(new Message("and to Austria?", history));
    assertThat(only(reply).question()).contains("delivery").contains("Austria");
  }

  @Test
  void aHundredThousandCharactersAreReadAsFarAsTheyMay() {
    var reply = ask("How long does delivery take? " + "please ".repeat(20_000));
    assertThat(reply.receipt().reading().signals()).contains(Signal.CUT);
    assertThat(reply.receipt().reading().text().length()).isLessThanOrEqualTo(Message.MAX_LENGTH);
  }

  @Test
  void theReceiptTellsEveryStage() {
    var receipt = ask("How long does delivery take?").receipt();
    assertThat(receipt.micros()).containsKeys("triage", "retrieval", "drafting", "total");
    assertThat(receipt.evidence()).hasSize(1);
  }

  private Reply ask(String text) {
    return engine.reply(new Message(text, List.of()));
  }

  private static Reply.Part only(Reply reply) {
    assertThat(reply.parts()).hasSize(1);
    return reply.parts().getFirst();
  }

  /** A knowledge of four articles, sure of two of them. */
  private static final class Shelf implements Knowledge {

    @Override
    public Evidence find(Query query) {
      var found = candidates(query.text());
      double covered = found.isEmpty() ? 0 : found.getFirst().probability();
      return new Evidence(query, found, covered, Map.of("words", 1L));
    }

    @Override
    public Thresholds thresholds() {
      return new Thresholds(0.7, 0.5);
    }

    private static List<Candidate> candidates(String question) {
      if (question.contains("delivery")) {
        return List.of(faq("delivery", "Two to four days.", 0.9), faq("red", "Red.", 0.01));
      }
      if (question.contains("manual")) {
        return List.of(document());
      }
      return question.contains("colours")
          ? List.of(faq("red", "Red.", 0.4), faq("blue", "Blue.", 0.3), faq("delivery", "x", 0.01))
          : List.of(faq("red", "Red.", 0.1), faq("blue", "Blue.", 0.1));
    }

    private static Candidate faq(String id, String answer, double probability) {
      var passage = new Passage(id, 1, Passage.Kind.FAQ, "About " + id, List.of(), answer, "");
      return new Candidate(passage, "About " + id, probability, Map.of(), List.of(answer));
    }

    private static Candidate document() {
      var text = "The strap is 22 mm wide. It is made of nylon.";
      var passage =
          new Passage(
              "manual",
              3,
              Passage.Kind.DOCUMENT,
              "Manual",
              List.of("Straps"),
              text,
              "https://shop.example/manual");
      return new Candidate(passage, text, 0.95, Map.of(), List.of("The strap is 22 mm wide."));
    }
  }
}
