package dev.switchboard.knowledge.intake;

import dev.switchboard.knowledge.article.Article;
import java.util.List;

/** What a file or an entry gave: its articles, or, when anything is wrong with it, no article. */
record Yield(List<Article> articles, List<Problem> problems) {

  Yield {
    articles = problems.isEmpty() ? List.copyOf(articles) : List.of();
    problems = List.copyOf(problems);
  }

  static Yield of(Article article) {
    return new Yield(List.of(article), List.of());
  }

  static Yield refused(Problem problem) {
    return new Yield(List.of(), List.of(problem));
  }
}
