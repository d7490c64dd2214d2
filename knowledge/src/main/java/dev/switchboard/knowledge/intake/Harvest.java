package dev.switchboard.knowledge.intake;

import dev.switchboard.knowledge.article.Article;
import java.util.List;

/**
 * What was read from a path or an address.
 *
 * @param source the path (as an address) or the address that was read
 * @param sheaves the files that were read well, in the order of their names
 * @param problems what was wrong with the others
 * @param skipped what was left out on purpose
 */
public record Harvest(
    String source, List<Sheaf> sheaves, List<Problem> problems, List<Skipped> skipped) {

  public Harvest {
    sheaves = List.copyOf(sheaves);
    problems = List.copyOf(problems);
    skipped = List.copyOf(skipped);
  }

  static Harvest failed(Problem problem) {
    return new Harvest(problem.source(), List.of(), List.of(problem), List.of());
  }

  /** The articles of all files that were read well. */
  public List<Article> articles() {
    return sheaves.stream().flatMap(sheaf -> sheaf.articles().stream()).toList();
  }
}
