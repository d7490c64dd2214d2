package dev.switchboard.bot.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.bot.Decision.Cause;
import dev.switchboard.bot.Decision.Escalate;
import dev.switchboard.bot.Signal;
import dev.switchboard.bot.engine.Urgency.Before;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UrgencyTest {
  private static final Set<Signal> CROSS = Set.of(Signal.ANNOYED);
  private static final Before CALM = new Before(Set.of(Signal.FOLLOW_UP), false);

  private final Urgency urgency = new Urgency();

  @Test
  void honoursTheFirstWishForAPerson() {
    assertThat(of(Set.of(Signal.WANTS_PERSON, Signal.ANNOYED), Before.NOTHING))
        .map(Escalate::cause)
        .contains(Cause.WANTS_PERSON);
  }

  @Test
  void waitsForASecondCrossMessage() {
    assertThat(of(CROSS, Before.NOTHING)).isEmpty();
    assertThat(of(CROSS, CALM)).isEmpty();
    assertThat(of(CROSS, new Before(CROSS, false))).map(Escalate::cause).contains(Cause.ANNOYED);
    assertThat(of(Set.of(Signal.ABUSIVE), new Before(CROSS, false))).isPresent();
    assertThat(of(CROSS, new Before(Set.of(Signal.ABUSIVE), false))).isPresent();
  }

  @Test
  void doesNotWaitWhereAnAnswerDidNotHelp() {
    assertThat(of(CROSS, new Before(Set.of(), true)))
        .map(Escalate::because)
        .contains("the customer is annoyed after an answer that did not help");
    assertThat(of(Set.of(), new Before(Set.of(), true))).isEmpty();
  }

  @Test
  void letsTheBotGoOnWithWhoeverIsCalmAgain() {
    var nothingElse = EnumSet.allOf(Signal.class);
    nothingElse.removeAll(Set.of(Signal.WANTS_PERSON, Signal.ANNOYED, Signal.ABUSIVE));

    assertThat(of(nothingElse, new Before(CROSS, false))).isEmpty();
  }

  private Optional<Escalate> of(Set<Signal> signals, Before before) {
    return urgency.of(signals, () -> before);
  }
}
