package dev.switchboard.bot.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.bot.Decision.Cause;
import dev.switchboard.bot.Decision.Escalate;
import dev.switchboard.bot.HouseRules;
import dev.switchboard.bot.Ruling;
import dev.switchboard.bot.Signal;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UrgencyTest {
  private static final Set<Signal> CROSS = Set.of(Signal.ANNOYED);
  private static final Before NOTHING = new Before(Set.of(), false, 0, false);
  private static final Before CALM = new Before(Set.of(Signal.FOLLOW_UP), false, 0, false);

  private final Urgency urgency = new Urgency();

  @Test
  void honoursTheFirstWishForAPerson() {
    assertThat(of(Set.of(Signal.WANTS_PERSON, Signal.ANNOYED), NOTHING))
        .map(Escalate::cause)
        .contains(Cause.WANTS_PERSON);
  }

  @Test
  void waitsForASecondCrossMessage() {
    assertThat(of(CROSS, NOTHING)).isEmpty();
    assertThat(of(CROSS, CALM)).isEmpty();
    assertThat(of(CROSS, new Before(CROSS, false, 0, false)))
        .map(Escalate::cause)
        .contains(Cause.ANNOYED);
    assertThat(of(Set.of(Signal.ABUSIVE), new Before(CROSS, false, 0, false))).isPresent();
    assertThat(of(CROSS, new Before(Set.of(Signal.ABUSIVE), false, 0, false))).isPresent();
  }

  @Test
  void doesNotWaitWhereAnAnswerDidNotHelp() {
    assertThat(of(CROSS, new Before(Set.of(), true, 0, false)))
        .map(Escalate::because)
        .contains("the customer is annoyed after an answer that did not help");
    assertThat(of(Set.of(), new Before(Set.of(), true, 0, false))).isEmpty();
  }

  @Test
  void letsTheBotGoOnWithWhoeverIsCalmAgain() {
    var nothingElse = EnumSet.allOf(Signal.class);
    nothingElse.removeAll(Set.of(Signal.WANTS_PERSON, Signal.ANNOYED, Signal.ABUSIVE));

    assertThat(of(nothingElse, new Before(CROSS, false, 0, false))).isEmpty();
  }

  @Test
  void handsOverAfterTwoAnswersWithoutSuccess() {
    assertThat(of(Set.of(), new Before(Set.of(), true, 1, false))).isEmpty();
    assertThat(of(Set.of(), new Before(Set.of(), true, 2, false)))
        .map(Escalate::cause)
        .contains(Cause.DID_NOT_HELP);
  }

  @Test
  void handsOverWhatIsAskedAgain() {
    assertThat(of(Set.of(), new Before(Set.of(), false, 0, true)))
        .map(Escalate::because)
        .contains("the customer asks again what the bot has answered");
  }

  @Test
  void handsOverAFileThatTheMessagePointsAt() {
    var pointing = Set.of(Signal.POINTS_AT_FILE);

    assertThat(urgency.of(files(pointing, true), NOTHING))
        .map(Escalate::cause)
        .contains(Cause.UNREADABLE_FILE);
    assertThat(urgency.of(files(pointing, false), NOTHING)).isEmpty();
    assertThat(urgency.of(files(Set.of(), true), NOTHING)).isEmpty();
  }

  @Test
  void putsDangerBeforeTheWishForAPersonAndThatBeforeARule() {
    var rule = new Ruling(true, "a rule");
    var wishes = Set.of(Signal.WANTS_PERSON);

    assertThat(of(new Urgency.Heard(wishes, Set.of(HouseRules.SELF_HARM), false, rule)))
        .contains(Cause.IN_DANGER);
    assertThat(of(new Urgency.Heard(wishes, Set.of(), false, rule))).contains(Cause.WANTS_PERSON);
    assertThat(of(new Urgency.Heard(Set.of(), Set.of(), false, rule))).contains(Cause.HOUSE_RULE);
  }

  private Optional<Cause> of(Urgency.Heard heard) {
    return urgency.of(heard, NOTHING).map(Escalate::cause);
  }

  private static Urgency.Heard files(Set<Signal> signals, boolean files) {
    return new Urgency.Heard(signals, Set.of(), files, Ruling.NONE);
  }

  private record Before(Set<Signal> signals, boolean rejected, int failures, boolean asked)
      implements Urgency.Before {}

  private Optional<Escalate> of(Set<Signal> signals, Before before) {
    return urgency.of(new Urgency.Heard(signals, Set.of(), false, Ruling.NONE), before);
  }
}
