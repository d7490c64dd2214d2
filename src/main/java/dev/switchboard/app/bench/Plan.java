package dev.switchboard.app.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * What to measure.
 *
 * @param sections what is measured
 * @param sizes numbers of articles, 20 to {@link #MOST_ARTICLES} each, at least one, ascending
 * @param rounds how often each is measured in turn, at least 1
 * @param quick with few questions, to see that it works; the figures mean little
 * @param labelled folders with {@code faq.csv} and {@code questions*.tsv}
 */
public record Plan(
    Set<Section> sections, List<Integer> sizes, int rounds, boolean quick, List<Path> labelled) {

  /** As many articles as can be made up. */
  public static final int MOST_ARTICLES = 100_000;

  private static final int FEWEST_ARTICLES = 20;

  public Plan {
    sections = Set.copyOf(sections);
    sizes = sizes.stream().sorted().distinct().toList();
    labelled = List.copyOf(labelled);
    if (sizes.isEmpty() || sizes.getFirst() < FEWEST_ARTICLES || sizes.getLast() > MOST_ARTICLES) {
      throw new IllegalArgumentException(
          "sizes must be %d to %d".formatted(FEWEST_ARTICLES, MOST_ARTICLES));
    }
    if (rounds < 1) {
      throw new IllegalArgumentException("rounds must be 1 or more");
    }
  }

  /** Whether the section is measured. */
  public boolean has(Section section) {
    return sections.contains(section);
  }

  /** Questions asked of each in a round. */
  int questions() {
    return quick ? 10 : 200;
  }

  /** Questions asked before anything counts, so that the JVM has compiled. */
  int warmUp() {
    return quick ? 10 : 1_000;
  }

  /** Starts of a process that a median is taken over. */
  int starts() {
    return quick ? 1 : rounds;
  }
}
