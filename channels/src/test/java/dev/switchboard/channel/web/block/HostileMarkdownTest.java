package dev.switchboard.channel.web.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Text written to hang a reader or to overflow its stack. */
class HostileMarkdownTest {
  private static final Duration LIMIT = Duration.ofMillis(250);

  static Stream<Arguments> texts() {
    return Stream.of(
        arguments("quotes", ">".repeat(10_000) + " deep"),
        arguments("quotes over lines", ("> ".repeat(50) + "deep\n").repeat(200)),
        arguments("lists", "- ".repeat(10_000) + "deep"),
        arguments("indented lists", steps(200)),
        arguments("emphasis", "*a **a ".repeat(5_000) + "deep" + " a** a*".repeat(5_000)),
        arguments("most emphasis read", "*a ".repeat(1_000) + "deep" + " a*".repeat(1_000)),
        arguments("stars", "*".repeat(20_000) + "deep" + "*".repeat(20_000)),
        arguments("brackets", "[".repeat(20_000) + "deep"),
        arguments("links in links", "[".repeat(5_000) + "deep" + "](x)".repeat(5_000)),
        arguments("images in images", "![".repeat(5_000) + "deep" + "](x)".repeat(5_000)),
        arguments("backticks", backticks() + "deep"),
        arguments("angles", "deep" + "<".repeat(20_000)),
        arguments("entities", "&".repeat(20_000) + "deep"),
        arguments("comments", "deep " + "<!--".repeat(10_000)),
        arguments("declarations", "deep " + "<!A ".repeat(10_000)),
        arguments("wide table", "|deep".repeat(2_000) + "|\n" + "|-".repeat(2_000) + "|"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("texts")
  void isReadInATwinkleWithoutLosingItsWordsOrNestingDeep(String name, String text) {
    var blocks = Blocks.of(text, 3);

    assertThat(fastestOfThree(text)).isLessThan(LIMIT);
    assertThat(blocks.toString()).contains("deep");
    assertThat(depth(blocks)).isLessThanOrEqualTo(BlockReader.DEEPEST + 1);
  }

  /** The fastest, and of the processor's time, as the machine may have other work. */
  private static Duration fastestOfThree(String text) {
    return Stream.generate(() -> time(text)).limit(3).min(Duration::compareTo).orElseThrow();
  }

  private static Duration time(String text) {
    var threads = ManagementFactory.getThreadMXBean();
    long begin = threads.getCurrentThreadCpuTime();
    Blocks.of(text, 3);
    return Duration.ofNanos(threads.getCurrentThreadCpuTime() - begin);
  }

  private static int depth(List<Block> blocks) {
    return blocks.stream().mapToInt(HostileMarkdownTest::depth).max().orElse(0);
  }

  private static int depth(Block block) {
    return switch (block) {
      case Block.Quote quote -> 1 + depth(quote.blocks());
      case Block.Items items ->
          1 + items.items().stream().mapToInt(HostileMarkdownTest::depth).max().orElse(0);
      default -> 1;
    };
  }

  private static String steps(int count) {
    var text = new StringBuilder();
    IntStream.range(0, count).forEach(i -> text.append("  ".repeat(i)).append("- deep\n"));
    return text.toString();
  }

  private static String backticks() {
    var text = new StringBuilder();
    IntStream.range(1, 300).forEach(i -> text.append("a").append("`".repeat(i)));
    return text.toString();
  }
}
