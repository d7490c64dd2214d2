package dev.switchboard.knowledge.evaluation;

import static dev.switchboard.knowledge.evaluation.Outcomes.found;
import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.bot.Candidate;
import dev.switchboard.bot.Decision;
import dev.switchboard.bot.Escalation;
import dev.switchboard.bot.Evidence;
import dev.switchboard.bot.HouseRules;
import dev.switchboard.bot.Knowledge;
import dev.switchboard.bot.Query;
import dev.switchboard.bot.Ruling;
import dev.switchboard.bot.Situation;
import dev.switchboard.bot.Thresholds;
import dev.switchboard.bot.Tone;
import dev.switchboard.bot.cascade.Cascade;
import dev.switchboard.bot.engine.GroundedEngine;
import dev.switchboard.bot.triage.Triage;
import dev.switchboard.knowledge.evaluation.Outcome.Freedom;
import dev.switchboard.knowledge.evaluation.Outcome.Given;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EvaluationTest {

  private static final Escalation NOBODY =
      new Escalation() {
        @Override
        public String notice(Decision.Cause cause, Locale language) {
          return "A person will see to it.";
        }

        @Override
        public String handedOver(Decision.Cause cause, Locale language) {
          throw new AssertionError("an evaluation stores no conversation");
        }

        @Override
        public String stillWaiting(Locale language) {
          throw new AssertionError("an evaluation stores no conversation");
        }
      };

  private final Evaluation evaluation =
      new Evaluation(
          new GroundedEngine(
              new Triage(() -> Set.of(Locale.ENGLISH)),
              text -> Tone.PLAIN,
              (question, other) -> false,
              new Lawless(),
              new Shelf(),
              Cascade.withoutModels(),
              NOBODY));

  @Test
  void notesTheArticleThatWasGiven() {
    var outcome = ask("How long does delivery take?", "delivery");

    assertThat(outcome.given()).isEqualTo(Given.ANSWER);
    assertThat(outcome.shown()).isEqualTo("delivery");
    assertThat(outcome.wrong()).isFalse();
    assertThat(outcome.rank()).isEqualTo(1);
    assertThat(outcome.micros()).isPositive();
  }

  @Test
  void notesAChoiceAndNothing() {
    assertThat(ask("Which colours are there?", "-").given()).isEqualTo(Given.CLARIFY);
    assertThat(ask("What is the capital of France?", "-").given()).isEqualTo(Given.NOTHING);
  }

  @Test
  void takesTheSurestOfSeveralQuestionsInOneMessage() {
    var outcome = ask("What is the capital of France? How long does delivery take?", "delivery");

    assertThat(outcome.given()).isEqualTo(Given.ANSWER);
    assertThat(outcome.best())
        .hasValueSatisfying(best -> assertThat(best.probability()).isEqualTo(0.9));
  }

  @Test
  void keepsFromTheDialWhatNoThresholdWouldShow() {
    var wish = ask("Please let me talk to a human about my delivery", "-");

    assertThat(wish.freedom()).isEqualTo(Freedom.NONE);
    assertThat(wish.judged()).isEmpty();
    assertThat(wish.at(new Thresholds(0, 0)).answered()).isFalse();
    assertThat(ask("?!?", "-").judged()).isEmpty();
  }

  @Test
  void decidesAnewAtOtherThresholds() {
    var outcome = ask("How long does delivery take?", "returns");

    assertThat(outcome.wrong()).isTrue();
    assertThat(outcome.at(new Thresholds(0.95, 0.4)).answered()).isFalse();
    assertThat(outcome.at(new Thresholds(0.9, 0.4))).isEqualTo(outcome);
  }

  private Outcome ask(String text, String expected) {
    var ids = expected.equals("-") ? Set.<String>of() : Set.of(expected);
    return evaluation.ask(List.of(new LabelledQuestion(text, ids))).getFirst();
  }

  /** A knowledge that is sure of delivery, torn about colours, and knows nothing else. */
  private static final class Shelf implements Knowledge {
    @Override
    public Evidence find(Query query) {
      return new Evidence(query, candidates(query.text()), 0, Map.of());
    }

    private static List<Candidate> candidates(String question) {
      if (question.contains("delivery")) {
        return List.of(found("delivery", 0.9), found("returns", 0.05));
      }
      return question.contains("colours")
          ? List.of(found("red", 0.4), found("blue", 0.4))
          : List.of(found("red", 0.05));
    }

    @Override
    public Thresholds thresholds() {
      return new Thresholds(0.5, 0.4);
    }
  }

  /** A team without rules. */
  private static final class Lawless implements HouseRules {
    @Override
    public Set<String> topics(String text) {
      return Set.of();
    }

    @Override
    public boolean isVip(String subject, String email) {
      return false;
    }

    @Override
    public Ruling ruling(Situation situation) {
      return Ruling.NONE;
    }
  }
}
