package dev.switchboard.bot.conversation;

import dev.switchboard.bot.article.ArticleDraft;
import dev.switchboard.bot.article.ArticleDrafts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Drafts of articles in memory. */
final class Drawer implements ArticleDrafts {
  private final Map<String, ArticleDraft> drafts = new LinkedHashMap<>();

  @Override
  public ArticleDraft keep(ArticleDraft draft) {
    return drafts.computeIfAbsent(draft.origin(), _ -> draft);
  }

  @Override
  public Optional<ArticleDraft> of(String origin) {
    return Optional.ofNullable(drafts.get(origin));
  }

  @Override
  public List<ArticleDraft> all() {
    return List.copyOf(drafts.values());
  }
}
