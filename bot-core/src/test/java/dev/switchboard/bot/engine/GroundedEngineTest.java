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
import dev.switchboard.bot.HouseRules;
import dev.switchboard.bot.Knowledge;
import dev.switchboard.bot.Message;
import dev.switchboard.bot.Passage;
import dev.switchboard.bot.Query;
import dev.switchboard.bot.Reply;
import dev.switchboard.bot.Ruling;
import dev.switchboard.bot.Sender;
import dev.switchboard.bot.Signal;
import dev.switchboard.bot.Situation;
import dev.switchboard.bot.Thresholds;
import dev.switchboard.bot.Tone;
import dev.switchboard.bot.cascade.Cascade;
import dev.switchboard.bot.triage.Triage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GroundedEngineTest {

  private static final Tone CROSS = new Tone(0.9, 0, Set.of(Signal.ANNOYED));

  private final GroundedEngine engine =
      new GroundedEngine(
          new Triage(() -> Set.of(Locale.ENGLISH)),
          text -> text.contains("!!!") ? CROSS : Tone.PLAIN,
          (question, other) -> question.contains("deliver") && other.contains("deliver"),
          new DangerAndBells(),
          new Shelf(),
          Cascade.withoutModels(),
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
                    "What does the manual say about straps?",
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
    var shown = new Exchange("How long does delivery take?", List.of("delivery"), true, true);
    var part = only(engine.reply(new Message("This is no answer!!!", List.of(shown))));

    assertThat(part.decision())
        .isInstanceOfSatisfying(
            Escalate.class, escalate -> assertThat(escalate.because()).contains("did not help"));
  }

  @Test
  void doesNotShowAgainWhatDidNotHelp() {
    var shown = new Exchange("How long does delivery take?", List.of("delivery"), true, true);
    var reply = engine.reply(new Message("How long does delivery take?", List.of(shown)));

    assertThat(only(reply).decision()).isInstanceOf(Escalate.class);
  }

  @Test
  void handsOverWhoAsksAgainInOtherWordsWhatWasAnswered() {
    var answered = new Exchange("How long does delivery take?", List.of("delivery"), true, false);
    var offered = new Exchange("How long does delivery take?", List.of("delivery"), false, false);
    var again = "When will my order be delivered?";

    assertThat(cause(again, answered)).isEqualTo(Decision.Cause.ASKED_AGAIN);
    assertThat(ask("How long does delivery take?", offered)).isInstanceOf(Answer.class);
    assertThat(ask("What does the manual say about straps?", answered)).isInstanceOf(Answer.class);
    assertThat(ask("Thanks!", answered)).isInstanceOf(Courtesy.class);
  }

  @Test
  void handsOverWhenTwoAnswersInARowDidNotHelp() {
    var rejected = new Exchange("How long?", List.of("delivery"), true, true);
    var useless = new Exchange("That did not help", List.of("straps"), true, false);
    var fine = new Exchange("Which colours are there?", List.of("colours"), true, false);

    assertThat(cause("And now?", rejected, rejected)).isEqualTo(Decision.Cause.DID_NOT_HELP);
    assertThat(cause("That's not what I asked", fine, useless))
        .as("both rejected in words")
        .isEqualTo(Decision.Cause.DID_NOT_HELP);
    assertThat(ask("What does the manual say about straps?", rejected, fine))
        .isInstanceOf(Answer.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "See attached screenshot",
        "please look at the photo",
        "Siehe Anhang",
        "Voir pièce jointe",
        "Mira la captura",
        "Vedi allegato"
      })
  void handsOverWhatPointsAtAFileThatCameAlong(String text) {
    var withFile = only(engine.reply(new Message(text, List.of(), true, Sender.UNKNOWN)));
    assertThat(withFile.decision())
        .isInstanceOfSatisfying(
            Escalate.class,
            escalate -> assertThat(escalate.cause()).isEqualTo(Decision.Cause.UNREADABLE_FILE));
  }

  @Test
  void answersAQuestionThatDoesNotPointAtTheFileBesideIt() {
    var part =
        only(
            engine.reply(
                new Message("How long does delivery take?", List.of(), true, Sender.UNKNOWN)));
    assertThat(part.decision()).isInstanceOf(Answer.class);
  }

  @Test
  void neverGivesAnArticleToWhoeverMayHarmThemselves() {
    var razors = "I want a human. Which delivery for the razor?";
    assertThat(cause(razors)).isEqualTo(Decision.Cause.IN_DANGER);
  }

  @Test
  void followsTheRulesOfTheTeamWhateverTheKnowledgeHolds() {
    assertThat(ask("How long does delivery of a bell take?", new Exchange[0]))
        .isEqualTo(new Escalate(Decision.Cause.HOUSE_RULE, "bells or a VIP"));
    var vip = new Sender("web", true);
    assertThat(answerTo("How long does delivery take?", vip)).isInstanceOf(Escalate.class);
    assertThat(answerTo("Hello!", vip)).isInstanceOf(Courtesy.class);
  }

  private Decision answerTo(String text, Sender sender) {
    return only(engine.reply(new Message(text, List.of(), false, sender))).decision();
  }

  @Test
  void saysInWhichLanguageTheKnowledgeHoldsNothing() {
    assertThat(ask("Wie kann ich meine Skier bei Ihnen reparieren lassen?"))
        .satisfies(reply ->
            assertThat(only(reply).decision())
                .isEqualTo(
                    new Escalate(
                        Decision.Cause.LANGUAGE_NOT_COVERED,
                        "the knowledge holds nothing in German")));
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

  private Decision ask(String text, Exchange... history) {
    return only(engine.reply(new Message(text, List.of(history)))).decision();
  }

  private Decision.Cause cause(String text, Exchange... history) {
    return ((Escalate) ask(text, history)).cause();
  }

  private Reply ask(String text) {
    return engine.reply(new Message(text, List.of()));
  }

  private static Reply.Part only(Reply reply) {
    assertThat(reply.parts()).hasSize(1);
    return reply.parts().getFirst();
  }

  /** A knowledge of four articles, sure of two of them. */
  /** Asks for a person where bells are spoken of, and minds razors. */
  private static final class DangerAndBells implements HouseRules {
    @Override
    public Set<String> topics(String text) {
      if (text.contains("razor")) {
        return Set.of(HouseRules.SELF_HARM);
      }
      return text.contains("bell") ? Set.of("bells") : Set.of();
    }

    @Override
    public boolean isVip(String subject, String email) {
      return false;
    }

    @Override
    public Ruling ruling(Situation situation) {
      boolean person = situation.topics().contains("bells") || situation.sender().vip();
      return person ? new Ruling(true, "bells or a VIP") : Ruling.NONE;
    }
  }

  private static final class Shelf implements Knowledge {

    @Override
    public Evidence find(Query query) {
      var found = candidates(query.text());
      double covered = found.isEmpty() ? 0 : found.getFirst().probability();
      return new Evidence(query, found, covered, Map.of("words", 1L));
    }

    @Override
    public Set<Locale> languages() {
      return Set.of(Locale.ENGLISH);
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
