package dev.switchboard.knowledge.ranking;

import dev.switchboard.bot.Query;
import dev.switchboard.knowledge.index.Probe;
import dev.switchboard.knowledge.index.Snapshot;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A labelled question as the ranking saw it: what it learns from.
 *
 * @param field the articles near the question
 * @param expected the ids of those that answer, empty when none does
 */
public final class Lesson {

  final Field field;
  final Set<String> expected;

  private Lesson(Field field, Set<String> expected) {
    this.field = field;
    this.expected = expected;
  }

  /** Looks the question up as the product would. */
  public static Lesson of(
      Query query,
      Set<String> expected,
      List<Probe> probes,
      Snapshot index,
      Optional<ExampleClassifier> classifier) {
    return new Lesson(Field.of(query, probes, index, classifier), expected);
  }

  boolean usable() {
    return !field.ranked().isEmpty();
  }

  /** Whether an article that answers is among those found. */
  boolean found() {
    return field.ranked().stream().anyMatch(this::answers);
  }

  boolean answers(Ranked ranked) {
    return expected.contains(ranked.articleId());
  }
}
