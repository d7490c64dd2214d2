package dev.switchboard.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.switchboard.bot.Candidate;
import dev.switchboard.bot.Query;
import dev.switchboard.bot.article.ArticleDraft;
import dev.switchboard.bot.article.ArticleDrafts;
import dev.switchboard.bot.store.DurableCommit;
import dev.switchboard.knowledge.article.Article;
import dev.switchboard.knowledge.article.Article.Status;
import dev.switchboard.knowledge.article.Articles;
import dev.switchboard.knowledge.article.Content.Faq;
import dev.switchboard.knowledge.article.Validity;
import dev.switchboard.knowledge.embedding.PairedModel;
import dev.switchboard.knowledge.index.KnowledgeIndex;
import io.micronaut.context.ApplicationContext;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(Lifecycle.PER_CLASS)
class IndexFollowerTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final PairedModel model = PairedModel.shipped();
  private final SetClock clock = new SetClock(TODAY);
  private ApplicationContext context;
  private Articles articles;
  private Path folder;
  private KnowledgeIndex index;
  private IndexFollower follower;

  @BeforeAll
  void openStore(@TempDir Path data) {
    context = ApplicationContext.run(Map.of("switchboard.data", data.toString()));
    articles = context.getBean(Articles.class);
    // The first text waits for the models, which is not what is measured below.
    assertThat(model.embed("warm").content().vector()).isNotEmpty();
  }

  @AfterAll
  void closeStore() {
    context.close();
    model.close();
  }

  @BeforeEach
  void open(@TempDir Path temp) {
    database("delete from article_draft");
    database("delete from article");
    database("delete from article_version");
    database("update knowledge_revision set latest = 0");
    clock.day = TODAY;
    folder = temp.resolve("index");
    openIndex();
  }

  @AfterEach
  void closeIndex() {
    follower.close();
    index.close();
  }

  @Test
  void findsArticlesWithinASecondAfterTheyWereSaved() {
    follower.start();
    assertThat(follower.await(MINUTE)).isTrue();

    // One may be late on a machine that has other work; most may not.
    var delays = IntStream.range(0, 5).mapToObj(i -> delayOf("card-" + i)).sorted().toList();

    assertThat(delays.get(2)).isLessThan(Duration.ofSeconds(1));
  }

  private Duration delayOf(String id) {
    articles.save(faq(id));
    long saved = System.nanoTime();
    await().pollInterval(Duration.ofMillis(20)).until(() -> found().contains(id));
    return Duration.ofNanos(System.nanoTime() - saved);
  }

  @Test
  void forgetsAnArticleThatWasArchived() {
    var card = articles.save(faq("card"));
    follower.start();
    assertThat(follower.await(MINUTE)).isTrue();
    assertThat(found()).contains("card");

    articles.save(card.as(Status.ARCHIVED));

    await().until(() -> found().isEmpty());
  }

  @Test
  void showsNoDraftsAndNothingOutsideItsDays() {
    articles.save(faq("draft").as(Status.DRAFT));
    articles.save(limited("over", LocalDate.MIN, TODAY.minusDays(1)));
    articles.save(limited("future", TODAY.plusDays(1), LocalDate.MAX));
    articles.save(limited("today", TODAY, TODAY));

    follower.sync();

    assertThat(found()).containsExactly("today");
  }

  @Test
  void findsADraftOfACaseOnlyWhenSomebodyHasPublishedIt() {
    var at = clock.instant();
    var draft = new ArticleDraft("case-1", "q", List.of(), "a", Locale.ENGLISH, "1", at, "Ann");
    context.getBean(ArticleDrafts.class).keep(draft);
    follower.sync();
    assertThat(found()).isEmpty();

    articles.save(articles.find("case-1").orElseThrow().as(Status.PUBLISHED));
    follower.sync();

    assertThat(found()).containsExactly("case-1");
  }

  @Test
  void followsTheDaysEvenWhenNothingIsSaved() {
    articles.save(limited("until-today", LocalDate.MIN, TODAY));
    articles.save(limited("from-tomorrow", TODAY.plusDays(1), LocalDate.MAX));
    follower.sync();
    assertThat(found()).containsExactly("until-today");

    clock.day = TODAY.plusDays(1);
    follower.sync();

    assertThat(found()).containsExactly("from-tomorrow");
  }

  @Test
  void followsTheDaysThatPassedWhileItWasStopped() {
    articles.save(limited("until-today", LocalDate.MIN, TODAY));
    articles.save(limited("from-tomorrow", TODAY.plusDays(1), LocalDate.MAX));
    follower.sync();
    closeIndex();

    clock.day = TODAY.plusDays(1);
    openIndex();
    follower.sync();

    assertThat(found()).containsExactly("from-tomorrow");
  }

  @Test
  void catchesUpWithWhatTheIndexHadNotCommitted() {
    articles.save(faq("card"));
    follower.sync();
    articles.save(faq("refund"));
    index.put(List.of(faq("refund")));
    closeIndex();
    openIndex();
    assertThat(found()).containsExactly("card");

    follower.sync();

    assertThat(found()).containsExactlyInAnyOrder("card", "refund");
  }

  @Test
  void makesADamagedIndexAnew() throws IOException {
    articles.save(faq("card"));
    follower.sync();
    closeIndex();
    cutTheLargestFile();

    openIndex();
    assertThat(found()).isEmpty();
    follower.sync();

    assertThat(found()).containsExactly("card");
  }

  @Test
  void leavesAnIndexInUseAlone() {
    articles.save(faq("card"));
    follower.sync();

    assertThatThrownBy(() -> new IndexFolder(folder).open(model, text -> Locale.ENGLISH))
        .isInstanceOf(IndexInUse.class)
        .hasMessageContaining(folder.toString());

    assertThat(found()).containsExactly("card");
  }

  @Test
  void beginsAnewWhenTheStoreIsOlderThanTheIndex() {
    articles.save(faq("card"));
    articles.save(faq("refund"));
    follower.sync();
    database("delete from article where id = 'refund'");
    database("delete from article_version where article_id = 'refund'");
    database("update knowledge_revision set latest = 1");

    follower.sync();

    assertThat(found()).containsExactly("card");
    assertThat(index.revision()).isEqualTo(1);
  }

  @Test
  void isInStepOnlyAfterTheFirstLook() {
    assertThat(follower.standing()).isEqualTo(new Standing.CatchingUp());

    follower.start();
    assertThat(follower.await(MINUTE)).isTrue();

    assertThat(follower.standing()).isEqualTo(new Standing.InStep());
  }

  @Test
  void saysWhyItCannotFollowAndGoesOnWhenItCan() {
    database("alter table article rename to away");
    try {
      follower.start();
      database("update knowledge_revision set latest = 1");
      await().until(() -> follower.standing() instanceof Standing.Behind);
    } finally {
      database("alter table away rename to article");
      database("update knowledge_revision set latest = 0");
    }
    articles.save(faq("card"));

    assertThat(follower.await(MINUTE)).isTrue();
    await().until(() -> follower.standing() instanceof Standing.InStep);
    assertThat(found()).containsExactly("card");
  }

  private void openIndex() {
    index = new IndexFolder(folder).open(model, text -> Locale.ENGLISH);
    follower = new IndexFollower(articles, index, new LuceneKnowledge(index, model), clock);
  }

  private List<String> found() {
    var evidence =
        new LuceneKnowledge(index, model).find(new Query("Where is my card?", Locale.ENGLISH));
    return evidence.candidates().stream().map(Candidate::passage).map(p -> p.articleId()).toList();
  }

  private void cutTheLargestFile() throws IOException {
    try (var files = Files.list(folder)) {
      var largest = files.max((a, b) -> Long.compare(size(a), size(b))).orElseThrow();
      try (var channel = FileChannel.open(largest, StandardOpenOption.WRITE)) {
        channel.truncate(channel.size() / 2);
      }
    }
  }

  private static long size(Path file) {
    return file.toFile().length();
  }

  private void database(String sql) {
    var operations = context.getBean(JdbcOperations.class);
    context
        .getBean(DurableCommit.class)
        .run(() -> operations.prepareStatement(sql, each -> each.executeUpdate()));
  }

  private static Article faq(String id) {
    return Article.of(id, new Faq("Where is my " + id + "?", List.of(), "It takes *5* days."));
  }

  private static Article limited(String id, LocalDate from, LocalDate until) {
    return new Article(
        id,
        faq(id).content(),
        Set.of(),
        Locale.ENGLISH,
        new Validity(from, until),
        Status.PUBLISHED,
        "",
        "",
        0);
  }
}
