package dev.switchboard.knowledge.intake;

import dev.switchboard.knowledge.article.Article;
import dev.switchboard.knowledge.article.Content.Faq;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Gathers the entries of one file and sees to it that no id stands for two things. */
final class Entries {
  private final Map<String, Numbered> byId = new LinkedHashMap<>();
  private final List<Problem> problems = new ArrayList<>();

  private record Numbered(int line, Article article) {}

  void add(int line, Yield entry) {
    problems.addAll(entry.problems());
    entry.articles().forEach(article -> add(new Numbered(line, article)));
  }

  private void add(Numbered entry) {
    Numbered first = byId.putIfAbsent(entry.article().id(), entry);
    if (first != null) {
      addAgain(first, entry);
    }
  }

  // The same answer twice is one entry asked in two ways: lists exported from other tools do that.
  private void addAgain(Numbered first, Numbered second) {
    Faq one = (Faq) first.article().content();
    Faq other = (Faq) second.article().content();
    Faq merged = new Faq(one.question(), wordings(one, other), one.answer());
    if (with(second.article(), merged).equals(with(first.article(), merged))
        && one.answer().equals(other.answer())) {
      byId.put(first.article().id(), new Numbered(first.line(), with(first.article(), merged)));
    } else {
      problems.add(twice(first, second));
    }
  }

  private static List<String> wordings(Faq one, Faq other) {
    return Stream.of(one.variants(), List.of(other.question()), other.variants())
        .flatMap(List::stream)
        .distinct()
        .filter(wording -> !wording.equals(one.question()))
        .toList();
  }

  private static Article with(Article article, Faq faq) {
    return new Article(
        article.id(),
        faq,
        article.tags(),
        article.locale(),
        article.validity(),
        article.status(),
        article.url(),
        article.source(),
        article.version());
  }

  private static Problem twice(Numbered first, Numbered second) {
    String reason =
        "the id \"%s\" stands in line %d and in line %d with different answers"
            .formatted(first.article().id(), first.line(), second.line());
    return new Problem(first.article().source(), second.line(), "id", reason);
  }

  /**
   * The articles, or the problems if there are any.
   *
   * @throws Refused when there was no entry at all
   */
  Yield all() throws Refused {
    if (byId.isEmpty() && problems.isEmpty()) {
      throw new Refused("the file holds no entries");
    }
    return new Yield(byId.values().stream().map(Numbered::article).toList(), problems);
  }
}
