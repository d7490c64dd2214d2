package dev.switchboard.knowledge.article;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.bot.article.ArticleDraft;
import dev.switchboard.bot.article.ArticleDrafts;
import dev.switchboard.bot.store.DurableCommit;
import dev.switchboard.knowledge.article.Article.Status;
import io.micronaut.context.ApplicationContext;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** What every store of drafts does. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class DraftsContract {
  private ApplicationContext context;
  private Articles articles;
  private ArticleDrafts drafts;

  /** Where the database is. */
  abstract Map<String, Object> configuration();

  @BeforeAll
  void open() {
    context = ApplicationContext.run(configuration());
    articles = context.getBean(Articles.class);
    drafts = context.getBean(ArticleDrafts.class);
  }

  @AfterAll
  void close() {
    context.close();
  }

  @BeforeEach
  void empty() {
    var database = context.getBean(JdbcOperations.class);
    List.of("article_draft", "article", "article_version")
        .forEach(table ->
            context
                .getBean(DurableCommit.class)
                .run(() ->
                    database.prepareStatement(
                        "delete from " + table, each -> each.executeUpdate())));
  }

  @Test
  void givesADraftBackAsItWasMade() {
    var made = draft("one", 5, "Ann");

    assertThat(drafts.keep(made)).isEqualTo(made);
    assertThat(drafts.of("one")).contains(made);
    assertThat(drafts.all()).containsExactly(made);
    assertThat(drafts.of("two")).isEmpty();
  }

  @Test
  void keepsItAsAnArticleThatIsNotPublished() {
    drafts.keep(draft("one", 5, "Ann"));

    assertThat(articles.find("case-one").orElseThrow().status()).isEqualTo(Status.DRAFT);
  }

  @Test
  void keepsTheFirstOfAnOrigin() {
    var first = drafts.keep(draft("one", 5, "Ann"));

    assertThat(drafts.keep(draft("one", 6, "Ben"))).isEqualTo(first);
    assertThat(articles.history("case-one")).hasSize(1);
  }

  @Test
  void makesOneHoweverManyAskAtOnce() throws Exception {
    Callable<ArticleDraft> click = () -> drafts.keep(draft("one", 5, "Ann"));
    try (var pool = Executors.newFixedThreadPool(8)) {
      for (Future<ArticleDraft> kept : pool.invokeAll(Collections.nCopies(8, click))) {
        assertThat(kept.get().id()).isEqualTo("case-one");
      }
    }

    assertThat(articles.history("case-one")).hasSize(1);
    assertThat(drafts.all()).hasSize(1);
  }

  @Test
  void listsTheLatestFirstAndNoneThatIsPublished() {
    drafts.keep(draft("one", 5, "Ann"));
    drafts.keep(draft("two", 6, "Ben"));
    drafts.keep(draft("three", 7, "Ann"));

    articles.save(articles.find("case-two").orElseThrow().as(Status.PUBLISHED));

    assertThat(drafts.all()).extracting(ArticleDraft::origin).containsExactly("three", "one");
    assertThat(drafts.of("two")).isPresent();
  }

  private static ArticleDraft draft(String origin, long at, String by) {
    return new ArticleDraft(
        "case-" + origin,
        "Where is it?",
        List.of("where's my [name]?"),
        "Here.",
        Locale.ENGLISH,
        origin,
        Instant.ofEpochMilli(at),
        by);
  }
}
