package dev.switchboard.bot.article;

import java.util.List;
import java.util.Optional;

/**
 * Where drafts of articles are kept until an author sees to them.
 *
 * <p>An implementation keeps at most one for each origin, and never shows one to a customer. What
 * {@link #keep} has returned is durable. All of them throw {@link
 * dev.switchboard.bot.store.StoreUnavailable} when the database cannot do it now.
 */
public interface ArticleDrafts {

  /**
   * Keeps a draft, unless there is one of the same origin.
   *
   * @return the draft that is kept, as it reads today
   */
  ArticleDraft keep(ArticleDraft draft);

  /** What was made of that conversation, as it reads today, also when it is published since. */
  Optional<ArticleDraft> of(String origin);

  /** All that are drafts still, the latest made first. */
  List<ArticleDraft> all();
}
