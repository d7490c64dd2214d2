package dev.switchboard.knowledge.article;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The store of articles: every change is a new version, and none is ever lost.
 *
 * <p>What a method has returned is durable. Articles are never deleted, only archived, so the
 * history of each stays readable.
 */
public interface Articles {

  /** The newest version, whatever its status. */
  Optional<Article> find(String id);

  /** The newest version of every article, whatever its status, ordered by id. */
  List<Article> all();

  /** The newest versions of the articles imported from the source, ordered by id. */
  List<Article> from(String source);

  /** The newest versions that may not be shown on every day, whatever their status. */
  List<Article> limitedInTime();

  /**
   * Stores a new version of one article.
   *
   * <p>Characters that no database stores are left out of its texts (NUL) or replaced (halves of
   * surrogate pairs).
   *
   * @param article made from the version that {@link Article#version()} says, 0 for a new one
   * @return the stored article with its new version; the one already stored when nothing differs
   * @throws StaleArticle when somebody else has stored a version since
   * @throws IllegalArgumentException when a text has more than 1,048,576 characters, or the id one
   *     that cannot be stored
   * @throws dev.switchboard.bot.store.StoreUnavailable when the database cannot do it now
   */
  Article save(Article article);

  /**
   * Stores all or none, as {@link #save} does each, in one transaction.
   *
   * @return what {@link #save} returns for each, in the same order
   */
  List<Article> saveAll(Collection<Article> articles);

  /** Every version, the oldest first; empty for an unknown id. */
  List<Article> history(String id);

  /**
   * Makes an old version the newest again, as a new version.
   *
   * @throws java.util.NoSuchElementException when there is no such version
   */
  Article restore(String id, int version);

  /** The number of the newest change of any article, growing with every change; 0 when none. */
  long revision();

  /** The newest versions of the articles changed after the revision, in the order of change. */
  List<Changed> changedSince(long revision);

  /**
   * An article and the revision at which it got its newest version.
   *
   * @param revision the number of the change
   */
  record Changed(Article article, long revision) {}
}
