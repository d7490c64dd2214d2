package dev.switchboard.knowledge.article;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The new versions that one transaction makes; nothing is stored here. */
final class Changes {
  private final ArticleRows rows;
  private final Map<String, Article> newest;
  private final List<ArticleVersion> versions = new ArrayList<>();
  private final Map<String, ArticleHead> added = new LinkedHashMap<>();
  private final Map<String, ArticleHead> moved = new LinkedHashMap<>();
  private long latest;

  /**
   * Begins without changes.
   *
   * @param newest the newest versions of the articles about to change, by id
   * @param latest the number of the latest change
   */
  Changes(ArticleRows rows, Map<String, Article> newest, long latest) {
    this.rows = rows;
    this.newest = new HashMap<>(newest);
    this.latest = latest;
  }

  /** The article as it will be after the transaction, a new version if it says anything new. */
  Article add(Article article) {
    var known = Optional.ofNullable(newest.get(article.id()));
    int version = known.map(Article::version).orElse(0);
    if (article.version() != version) {
      throw new StaleArticle(article.id(), article.version(), version);
    }
    var row = rows.row(article.at(version + 1), latest + 1);
    var next = rows.article(row);
    return known.filter(next::saysTheSameAs).orElseGet(() -> keep(row, next));
  }

  private Article keep(ArticleVersion row, Article next) {
    latest = row.revision();
    versions.add(row);
    newest.put(next.id(), next);
    var head = new ArticleHead(next.id(), latest);
    (next.version() == 1 || added.containsKey(next.id()) ? added : moved).put(next.id(), head);
    return next;
  }

  /** Every new version, in the order of change. */
  List<ArticleVersion> versions() {
    return versions;
  }

  /** The heads of articles that were unknown before. */
  List<ArticleHead> added() {
    return List.copyOf(added.values());
  }

  /** The heads of articles that got another version. */
  List<ArticleHead> moved() {
    return List.copyOf(moved.values());
  }

  /** The number of the latest change, these included. */
  long latest() {
    return latest;
  }
}
