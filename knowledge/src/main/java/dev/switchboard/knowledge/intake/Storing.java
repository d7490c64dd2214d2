package dev.switchboard.knowledge.intake;

import static java.util.function.Predicate.not;

import dev.switchboard.knowledge.article.Article;
import dev.switchboard.knowledge.article.Article.Status;
import dev.switchboard.knowledge.article.Articles;
import dev.switchboard.knowledge.article.StaleArticle;
import dev.switchboard.knowledge.intake.Import.Vanished;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One import of one harvest. */
final class Storing {
  // Each time another writer has been quicker with the very same articles: people do not do that
  // three times in a millisecond.
  private static final int ATTEMPTS = 3;

  private final Articles articles;
  private final Harvest harvest;
  private final Map<String, Article> stored;
  private final List<String> added = new ArrayList<>();
  private final List<String> changed = new ArrayList<>();
  private final List<String> unchanged = new ArrayList<>();
  private final List<String> vanished = new ArrayList<>();
  private final List<String> archived = new ArrayList<>();
  private final List<Problem> problems;

  Storing(Articles articles, Harvest harvest) {
    this.articles = articles;
    this.harvest = harvest;
    this.problems = new ArrayList<>(harvest.problems());
    this.stored =
        new HashMap<>(
            articles.all().stream().collect(Collectors.toMap(Article::id, Function.identity())));
  }

  void storeAll(Progress progress) {
    int done = 0;
    for (Sheaf sheaf : harvest.sheaves()) {
      store(sheaf, ATTEMPTS);
      progress.files(++done, harvest.sheaves().size());
    }
  }

  private void store(Sheaf sheaf, int attempts) {
    List<Article> different = sheaf.articles().stream().filter(not(this::isStored)).toList();
    try {
      if (!different.isEmpty()) {
        articles.saveAll(different.stream().map(this::onNewest).toList());
      }
      note(sheaf, different);
    } catch (StaleArticle e) {
      if (attempts == 1) {
        problems.add(
            Problem.of(sheaf.source(), "somebody else is changing its articles; try again"));
      } else {
        different.forEach(article -> refresh(article.id()));
        store(sheaf, attempts - 1);
      }
    }
  }

  private boolean isStored(Article article) {
    Article newest = stored.get(article.id());
    return newest != null && article.saysTheSameAs(newest);
  }

  private Article onNewest(Article article) {
    Article newest = stored.get(article.id());
    return newest == null ? article : article.at(newest.version());
  }

  private void refresh(String id) {
    articles.find(id).ifPresent(newest -> stored.put(id, newest));
  }

  private void note(Sheaf sheaf, List<Article> different) {
    Set<String> ids = different.stream().map(Article::id).collect(Collectors.toSet());
    for (Article article : sheaf.articles()) {
      if (!ids.contains(article.id())) {
        unchanged.add(article.id());
      } else if (stored.containsKey(article.id())) {
        changed.add(article.id());
      } else {
        added.add(article.id());
      }
    }
  }

  void lookForVanished(Vanished what) {
    List<Article> gone = gone();
    gone.forEach(article -> vanished.add(article.id()));
    if (what == Vanished.ARCHIVE) {
      gone.forEach(this::archive);
    }
  }

  private List<Article> gone() {
    Set<String> present = harvest.articles().stream().map(Article::id).collect(Collectors.toSet());
    List<String> unread = harvest.problems().stream().map(Problem::source).toList();
    return stored.values().stream()
        .filter(article -> Sources.isWithin(article.source(), harvest.source()))
        .filter(article -> article.status() != Status.ARCHIVED)
        .filter(article -> !present.contains(article.id()))
        .filter(article -> unread.stream().noneMatch(source -> mayHold(source, article)))
        .sorted(Comparator.comparing(Article::id))
        .toList();
  }

  // What could not be read has not vanished: a broken file must not take its articles along.
  private static boolean mayHold(String unread, Article article) {
    return Stream.of(article.source(), article.url())
        .anyMatch(place -> Sources.isWithin(place, unread));
  }

  private void archive(Article article) {
    try {
      articles.save(article.as(Status.ARCHIVED));
      archived.add(article.id());
    } catch (StaleArticle e) {
      problems.add(
          Problem.of(
              article.source(),
              "somebody else is changing \"%s\"; it was not archived".formatted(article.id())));
    }
  }

  ImportReport report() {
    return new ImportReport(added, changed, unchanged, vanished, archived, problems);
  }
}
