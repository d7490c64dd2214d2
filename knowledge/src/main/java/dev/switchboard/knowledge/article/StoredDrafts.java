package dev.switchboard.knowledge.article;

import dev.switchboard.bot.article.ArticleDraft;
import dev.switchboard.bot.article.ArticleDrafts;
import dev.switchboard.bot.store.DurableCommit;
import dev.switchboard.knowledge.article.Article.Status;
import dev.switchboard.knowledge.article.Content.Document;
import dev.switchboard.knowledge.article.Content.Faq;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The drafts among the articles. */
@Singleton
final class StoredDrafts implements ArticleDrafts {
  private final DurableCommit commit;
  private final ArticleHeads heads;
  private final Articles articles;
  private final DraftTable table;

  StoredDrafts(DurableCommit commit, ArticleHeads heads, Articles articles, DraftTable table) {
    this.commit = commit;
    this.heads = heads;
    this.articles = articles;
    this.table = table;
  }

  @Override
  public ArticleDraft keep(ArticleDraft draft) {
    return commit.write(() -> {
      // The lock first: of two who make a draft at once, the second one sees the first one's.
      heads.lockLatest();
      return of(draft.origin()).orElseGet(() -> made(draft));
    });
  }

  private ArticleDraft made(ArticleDraft draft) {
    var article = articles.save(article(draft));
    var row =
        table.save(
            new DraftRow(draft.origin(), article.id(), draft.at().toEpochMilli(), draft.by()));
    return draft(row, article);
  }

  private static Article article(ArticleDraft draft) {
    return new Article(
        draft.id(),
        new Faq(draft.title(), draft.variants(), draft.answer()),
        Set.of(),
        draft.language(),
        Validity.ALWAYS,
        Status.DRAFT,
        "",
        "",
        0);
  }

  @Override
  public Optional<ArticleDraft> of(String origin) {
    return commit
        .read(() -> table.findById(StorableText.cleaned(origin)))
        .flatMap(row -> articles.find(row.articleId()).map(article -> draft(row, article)));
  }

  @Override
  public List<ArticleDraft> all() {
    return commit.read(table::latestFirst).stream()
        .flatMap(row ->
            articles.find(row.articleId()).filter(StoredDrafts::isDraft).stream()
                .map(article -> draft(row, article)))
        .toList();
  }

  private static boolean isDraft(Article article) {
    return article.status() == Status.DRAFT;
  }

  private static ArticleDraft draft(DraftRow row, Article article) {
    return new ArticleDraft(
        article.id(),
        article.content().title(),
        variants(article.content()),
        article.content().body(),
        article.locale(),
        row.conversationId(),
        Instant.ofEpochMilli(row.madeAt()),
        row.madeBy());
  }

  private static List<String> variants(Content content) {
    return switch (content) {
      case Faq faq -> faq.variants();
      case Document _ -> List.of();
    };
  }
}
