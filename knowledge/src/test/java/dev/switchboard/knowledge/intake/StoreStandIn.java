package dev.switchboard.knowledge.intake;

import dev.switchboard.knowledge.article.Article;
import dev.switchboard.knowledge.article.Articles;
import dev.switchboard.knowledge.article.StaleArticle;
import dev.switchboard.knowledge.article.Validity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** A store that forgets everything at the end of a test, and otherwise keeps what it promises. */
final class StoreStandIn implements Articles {
  private final TreeMap<String, List<Article>> versions = new TreeMap<>();
  private final List<Changed> log = new ArrayList<>();
  private Runnable beforeNextSave = () -> {};

  /** Runs something just before the next save, as another writer might. */
  void beforeNextSave(Runnable interruption) {
    beforeNextSave = interruption;
  }

  @Override
  public synchronized Optional<Article> find(String id) {
    return history(id).reversed().stream().findFirst();
  }

  @Override
  public synchronized List<Article> all() {
    return versions.values().stream().map(List::getLast).toList();
  }

  @Override
  public synchronized List<Article> from(String source) {
    return all().stream().filter(article -> article.source().equals(source)).toList();
  }

  @Override
  public synchronized List<Article> limitedInTime() {
    return all().stream().filter(article -> !article.validity().equals(Validity.ALWAYS)).toList();
  }

  @Override
  public synchronized Article save(Article article) {
    return saveAll(List.of(article)).getFirst();
  }

  @Override
  public synchronized List<Article> saveAll(Collection<Article> articles) {
    Runnable interruption = beforeNextSave;
    beforeNextSave = () -> {};
    interruption.run();
    for (Article article : articles) {
      int newest = find(article.id()).map(Article::version).orElse(0);
      if (newest != article.version()) {
        throw new StaleArticle(article.id(), article.version(), newest);
      }
    }
    return articles.stream().map(this::store).toList();
  }

  private Article store(Article article) {
    Optional<Article> newest = find(article.id());
    if (newest.filter(article::saysTheSameAs).isPresent()) {
      return newest.orElseThrow();
    }
    Article stored = article.at(article.version() + 1);
    versions.computeIfAbsent(article.id(), id -> new ArrayList<>()).add(stored);
    log.add(new Changed(stored, log.size() + 1L));
    return stored;
  }

  @Override
  public synchronized List<Article> history(String id) {
    return List.copyOf(versions.getOrDefault(id, List.of()));
  }

  @Override
  public synchronized Article restore(String id, int version) {
    Article old = history(id).get(version - 1);
    return save(old.at(history(id).size()));
  }

  @Override
  public synchronized long revision() {
    return log.size();
  }

  @Override
  public synchronized List<Changed> changedSince(long revision) {
    return log.stream()
        .filter(change -> change.revision() > revision)
        .sorted(Comparator.comparingLong(Changed::revision))
        .toList();
  }
}
