package dev.switchboard.bot.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.bot.Candidate;
import dev.switchboard.bot.Decision;
import dev.switchboard.bot.Evidence;
import dev.switchboard.bot.Passage;
import dev.switchboard.bot.Query;
import dev.switchboard.bot.Thresholds;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DecisionPolicyTest {
  private static final Thresholds THRESHOLDS = new Thresholds(0.55, 0.4);

  @Test
  void roundsNoChanceUpToTheThresholdThatItMissed() {
    assertThat(because(0.549)).contains("only 54 %, less than the 55 % asked for");
    assertThat(because(0.55)).contains("a chance of 55 %, at least the 55 % asked for");
  }

  private static String because(double chance) {
    var passage = new Passage("a", 1, Passage.Kind.FAQ, "Where is it?", List.of(), "Here.", "");
    var best = new Candidate(passage, "Where is it?", chance, Map.of(), List.of("Here."));
    var evidence =
        new Evidence(new Query("Where is it?", Locale.ENGLISH), List.of(best), chance, Map.of());
    return switch (new DecisionPolicy().decide(evidence, THRESHOLDS)) {
      case Decision.Answer(_, var because) -> because;
      case Decision.Escalate(_, var because) -> because;
      case Decision.Clarify(_, var because) -> because;
      case Decision.Courtesy(_, var because) -> because;
      case Decision.Propose(_, var because) -> because;
    };
  }
}
