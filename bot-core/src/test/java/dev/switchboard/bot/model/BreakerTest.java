package dev.switchboard.bot.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.bot.conversation.SettableClock;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BreakerTest {
  private static final Duration MOMENT = Duration.ofMillis(1);

  private final SettableClock clock = new SettableClock();
  private final Breaker breaker = new Breaker(clock);

  private void fail(int times) {
    IntStream.range(0, times)
        .forEach(i -> {
          assertThat(breaker.lets()).isTrue();
          breaker.failed();
        });
  }

  @Test
  void leavesAloneWhatFailsFiveTimesInAMinute() {
    fail(Breaker.FAILURES - 1);
    assertThat(breaker.isOpen()).isFalse();

    fail(1);

    assertThat(breaker.isOpen()).isTrue();
    assertThat(breaker.lets()).isFalse();
  }

  @Test
  void bearsFailuresThatLieFarApart() {
    for (int i = 0; i < 100; i++) {
      fail(1);
      clock.advance(Breaker.SPAN.dividedBy(Breaker.FAILURES - 1).plus(MOMENT));
    }

    assertThat(breaker.isOpen()).isFalse();
  }

  @Test
  void triesOnceWhetherItIsBackAndTrustsItAgain() {
    fail(Breaker.FAILURES);
    clock.advance(Breaker.REST.minus(MOMENT));
    assertThat(breaker.lets()).isFalse();

    clock.advance(MOMENT);

    assertThat(breaker.lets()).isTrue();
    assertThat(breaker.lets()).as("another beside the first").isFalse();
    breaker.succeeded();
    fail(Breaker.FAILURES - 1);
    assertThat(breaker.lets()).isTrue();
  }

  @Test
  void restsAgainWhenItIsNotBack() {
    fail(Breaker.FAILURES);
    clock.advance(Breaker.REST);
    fail(1);

    assertThat(breaker.lets()).isFalse();

    clock.advance(Breaker.REST);
    assertThat(breaker.lets()).isTrue();
  }

  @Test
  void triesAgainWhenTheTryCameToNothingThroughNoFaultOfIts() {
    fail(Breaker.FAILURES);
    clock.advance(Breaker.REST);
    assertThat(breaker.lets()).isTrue();

    breaker.neither();

    assertThat(breaker.lets()).isTrue();
  }
}
