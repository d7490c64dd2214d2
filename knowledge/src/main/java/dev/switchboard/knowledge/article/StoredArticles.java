package dev.switchboard.knowledge.article;

import dev.switchboard.bot.store.DurableCommit;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;

/** The articles in the database. */
@Singleton
final class StoredArticles implements Articles {
  // H2 compares each row with the whole list: a long list is slower than many short ones.
  private static final int IDS_IN_A_QUERY = 100;

  private final DurableCommit commit;
  private final ArticleHeads heads;
  private final ArticleVersions versions;
  private final ArticleRows rows;

  StoredArticles(
      DurableCommit commit, ArticleHeads heads, ArticleVersions versions, ArticleRows rows) {
    this.commit = commit;
    this.heads = heads;
    this.versions = versions;
    this.rows = rows;
  }

  @Override
  public Article save(Article article) {
    return saveAll(List.of(article)).getFirst();
  }

  @Override
  public List<Article> saveAll(Collection<Article> articles) {
    return alone(latest -> change(articles, latest));
  }

  @Override
  public Article restore(String id, int version) {
    return alone(latest -> {
      var all = history(id);
      if (version < 1 || version > all.size()) {
        throw new NoSuchElementException("article %s has no version %d".formatted(id, version));
      }
      var again = all.get(version - 1).at(all.size());
      return change(List.of(again), latest).getFirst();
    });
  }

  // The lock comes before everything is read, so nobody else changes it until the commit.
  private <T> T alone(Function<Long, T> work) {
    return commit.write(() -> work.apply(heads.lockLatest()));
  }

  private List<Article> change(Collection<Article> articles, long latest) {
    var changes = new Changes(rows, newestOf(articles), latest);
    var stored = articles.stream().map(changes::add).toList();
    if (changes.latest() > latest) {
      versions.saveAll(changes.versions());
      heads.saveAll(changes.added());
      heads.updateAll(changes.moved());
      heads.setLatest(changes.latest());
    }
    return stored;
  }

  private Map<String, Article> newestOf(Collection<Article> articles) {
    return articles.stream()
        .map(article -> StorableText.id(article.id()))
        .distinct()
        .gather(Gatherers.windowFixed(IDS_IN_A_QUERY))
        .flatMap(ids -> versions.newestOf(ids).stream())
        .map(rows::article)
        .collect(Collectors.toMap(Article::id, Function.identity()));
  }

  @Override
  public Optional<Article> find(String id) {
    return StorableText.fits(id)
        ? commit.read(() -> versions.newest(id).map(rows::article))
        : Optional.empty();
  }

  @Override
  public List<Article> all() {
    return sorted(versions::allNewest);
  }

  @Override
  public List<Article> from(String source) {
    return sorted(() -> versions.newestFrom(StorableText.cleaned(source)));
  }

  @Override
  public List<Article> limitedInTime() {
    return sorted(versions::newestLimitedInTime);
  }

  // Here and not in the query: each database has its own order of texts.
  private List<Article> sorted(Supplier<List<ArticleVersion>> query) {
    return commit.read(query).stream()
        .map(rows::article)
        .sorted(Comparator.comparing(Article::id))
        .toList();
  }

  @Override
  public List<Article> history(String id) {
    return StorableText.fits(id)
        ? commit.read(() -> versions.history(id)).stream().map(rows::article).toList()
        : List.of();
  }

  @Override
  public long revision() {
    return commit.read(heads::latest);
  }

  @Override
  public List<Changed> changedSince(long revision) {
    return commit.read(() -> versions.newestSince(revision)).stream()
        .map(row -> new Changed(rows.article(row), row.revision()))
        .toList();
  }
}
