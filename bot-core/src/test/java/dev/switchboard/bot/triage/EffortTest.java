package dev.switchboard.bot.triage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.bot.Exchange;
import dev.switchboard.bot.Message;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Long and hostile texts must not cost more than long and friendly ones. */
final class EffortTest {

  private static final Triage TRIAGE = new Triage(() -> Set.of(Locale.ENGLISH));

  static List<String> hostile() {
    return List.of(
        "talk to a ".repeat(6_554),
        "can i can i please ".repeat(3_450),
        "please ok thanks ".repeat(3_856),
        "and how and what ".repeat(3_856),
        "a".repeat(1_000_000),
        "?".repeat(65_536),
        ". ".repeat(32_768),
        "x" + "\u0300".repeat(65_535),
        " ".repeat(1_000_000),
        "你好".repeat(32_768),
        "und wie lange dauert das und ".repeat(2_260));
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void readsHostileTextAsQuicklyAsAnyOther(String text) {
    var message = new Message(text, List.of(new Exchange(text, List.of())));
    // The best of a few runs, in the time of the processor: what grows with the square of the text
    // takes seconds.
    var best =
        IntStream.range(0, 6)
            .mapToObj(run -> timed(message))
            .min(Duration::compareTo)
            .orElseThrow();
    assertThat(best).isLessThan(Duration.ofMillis(200));
  }

  private static Duration timed(Message message) {
    var threads = ManagementFactory.getThreadMXBean();
    long start = threads.getCurrentThreadCpuTime();
    TRIAGE.read(message);
    return Duration.ofNanos(threads.getCurrentThreadCpuTime() - start);
  }
}
