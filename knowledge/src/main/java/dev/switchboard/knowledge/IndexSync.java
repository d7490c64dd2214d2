package dev.switchboard.knowledge;

import dev.switchboard.knowledge.article.Article;
import dev.switchboard.knowledge.article.Articles;
import dev.switchboard.knowledge.article.Articles.Changed;
import dev.switchboard.knowledge.index.KnowledgeIndex;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;

/** Brings the index to what the store says today; for one thread at a time. */
final class IndexSync {
  // A few seconds of embedding: what a stop waits for, and what a crash undoes.
  private static final int ARTICLES_AT_ONCE = 64;

  private final Articles articles;
  private final KnowledgeIndex index;
  private final Clock clock;
  private Optional<LocalDate> day = Optional.empty();

  IndexSync(Articles articles, KnowledgeIndex index, Clock clock) {
    this.articles = articles;
    this.index = index;
    this.clock = clock;
  }

  /**
   * Brings the index up to date; a single cheap query when it already is.
   *
   * @param stopped asked between the portions of a long work, true to leave the rest
   * @return whether the index was changed
   */
  boolean bring(BooleanSupplier stopped) {
    index.reopen();
    var today = LocalDate.now(clock);
    long stored = articles.revision();
    boolean changed = forgetWhatTheStoreNeverSaid(stored);
    changed |= follow(stored, today, stopped);
    changed |= turnTo(today);
    index.settle();
    return changed;
  }

  /** The database may have been replaced by an older copy, the product by another version. */
  private boolean forgetWhatTheStoreNeverSaid(long stored) {
    if (index.revision() >= 0 && index.revision() <= stored) {
      return false;
    }
    index.clear();
    index.commit(0);
    return true;
  }

  private boolean follow(long stored, LocalDate today, BooleanSupplier stopped) {
    if (index.revision() == stored) {
      return false;
    }
    var portions =
        articles.changedSince(index.revision()).stream()
            .gather(Gatherers.windowFixed(ARTICLES_AT_ONCE))
            .toList();
    for (var portion : portions) {
      if (stopped.getAsBoolean()) {
        return true;
      }
      show(portion.stream().map(Changed::article).toList(), today);
      index.commit(portion.getLast().revision());
    }
    return !portions.isEmpty();
  }

  /** The index does not remember the day it was made on, so the first look takes them all. */
  private boolean turnTo(LocalDate today) {
    if (day.filter(today::equals).isPresent()) {
      return false;
    }
    var turned =
        articles.limitedInTime().stream().filter(article -> turns(article, today)).toList();
    if (!turned.isEmpty()) {
      show(turned, today);
      index.commit(index.revision());
    }
    day = Optional.of(today);
    return !turned.isEmpty();
  }

  private boolean turns(Article article, LocalDate today) {
    return day.map(before -> article.isShownOn(before) != article.isShownOn(today)).orElse(true);
  }

  private void show(Collection<Article> changed, LocalDate today) {
    var parts = changed.stream().collect(Collectors.partitioningBy(a -> a.isShownOn(today)));
    index.remove(parts.getOrDefault(false, List.of()).stream().map(Article::id).toList());
    index.put(parts.getOrDefault(true, List.of()));
  }
}
