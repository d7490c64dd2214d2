package dev.switchboard.knowledge.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.bot.store.DurableCommit;
import dev.switchboard.knowledge.article.Article.Status;
import dev.switchboard.knowledge.article.Articles.Changed;
import dev.switchboard.knowledge.article.Content.Document;
import dev.switchboard.knowledge.article.Content.Faq;
import io.micronaut.context.ApplicationContext;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** What every store of articles does. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class ArticlesContract {
  private ApplicationContext context;
  private Articles articles;

  /** Where the database is. */
  abstract Map<String, Object> configuration();

  @BeforeAll
  void open() {
    context = ApplicationContext.run(configuration());
    articles = context.getBean(Articles.class);
  }

  @AfterAll
  void close() {
    context.close();
  }

  @BeforeEach
  void empty() {
    var statements =
        List.of(
            "delete from article",
            "delete from article_version",
            "update knowledge_revision set latest = 0");
    var database = context.getBean(JdbcOperations.class);
    context
        .getBean(DurableCommit.class)
        .run(() ->
            statements.forEach(
                sql -> database.prepareStatement(sql, each -> each.executeUpdate())));
  }

  @Test
  void givesBackAFaqAsItWasStored() {
    var faq =
        new Faq(
            "Where's my card? ¿Dónde? 卡在哪里 👩‍👩‍👧",
            List.of("card late", "\"quoted\""),
            "Wait *5* days.");
    var article =
        new Article(
            "card",
            faq,
            Set.of("cards", "delivery"),
            Locale.forLanguageTag("zh-Hant-TW"),
            new Validity(LocalDate.of(1999, 12, 31), LocalDate.of(9999, 12, 31)),
            Status.DRAFT,
            "https://example.com/card?a=1&b=2",
            "faq.csv",
            0);

    assertThat(articles.save(article)).isEqualTo(article.at(1));
    assertThat(articles.find("card")).contains(article.at(1));
  }

  @Test
  void givesBackADocumentWithoutAnythingOptional() {
    var article = Article.of("guide", new Document("Guide", "# Guide\n\r\n\ttext"));

    articles.save(article);

    assertThat(articles.find("guide")).contains(article.at(1));
  }

  @Test
  void findsNothingUnderAnUnknownId() {
    assertThat(articles.find("nobody")).isEmpty();
    assertThat(articles.find("no\0body")).isEmpty();
    assertThat(articles.history("nobody")).isEmpty();
    assertThat(articles.all()).isEmpty();
    assertThat(articles.revision()).isZero();
    assertThat(articles.changedSince(0)).isEmpty();
  }

  @Test
  void keepsEveryVersion() {
    var first = articles.save(faq("a", "one"));
    var second = articles.save(faq("a", "two").at(1));
    var third = articles.save(second.as(Status.ARCHIVED));

    assertThat(articles.history("a")).containsExactly(first, second, third);
    assertThat(third.version()).isEqualTo(3);
    assertThat(articles.all()).containsExactly(third);
  }

  @Test
  void makesNoVersionWhenNothingDiffers() {
    var stored = articles.save(faq("a", "one"));
    long revision = articles.revision();

    assertThat(articles.save(stored)).isEqualTo(stored);
    assertThat(articles.history("a")).containsExactly(stored);
    assertThat(articles.revision()).isEqualTo(revision);
  }

  @Test
  void makesAnOldVersionTheNewestAgain() {
    var first = articles.save(faq("a", "one"));
    articles.save(faq("a", "two").at(1));

    var restored = articles.restore("a", 1);

    assertThat(restored).isEqualTo(first.at(3));
    assertThat(articles.find("a")).contains(restored);
    assertThat(articles.history("a")).hasSize(3);
  }

  @Test
  void restoresNoVersionThatNeverWas() {
    articles.save(faq("a", "one"));

    assertThatThrownBy(() -> articles.restore("a", 2)).isInstanceOf(NoSuchElementException.class);
    assertThatThrownBy(() -> articles.restore("a", 0)).isInstanceOf(NoSuchElementException.class);
    assertThatThrownBy(() -> articles.restore("b", 1)).isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void refusesAChangeBasedOnAnOldVersion() {
    articles.save(faq("a", "one"));
    var newest = articles.save(faq("a", "two").at(1));

    assertThatThrownBy(() -> articles.save(faq("a", "three").at(1)))
        .isInstanceOf(StaleArticle.class)
        .hasMessageContaining("based on version 1, the newest is 2");
    assertThatThrownBy(() -> articles.save(faq("a", "three"))).isInstanceOf(StaleArticle.class);
    assertThat(articles.find("a")).contains(newest);
  }

  @Test
  void letsExactlyOneOfTheWritersWinWhoStartedFromTheSameVersion() throws Exception {
    for (int version = 0; version < 20; version++) {
      int basis = version;
      var outcomes =
          atOnce(
              IntStream.range(0, 4)
                  .<Callable<Boolean>>mapToObj(
                      writer -> () -> saved(faq("a", basis + " by " + writer).at(basis)))
                  .toList());
      assertThat(outcomes).containsOnlyOnce(true);
    }
    assertThat(articles.history("a")).extracting(Article::version).hasSize(20).isSorted();
  }

  private boolean saved(Article article) {
    try {
      articles.save(article);
      return true;
    } catch (StaleArticle lost) {
      return false;
    }
  }

  @Test
  void storesAllOrNothing() {
    articles.save(faq("b", "there already"));
    long revision = articles.revision();

    assertThatThrownBy(
            () -> articles.saveAll(List.of(faq("a", "new"), faq("b", "unaware"), faq("c", "new"))))
        .isInstanceOf(StaleArticle.class);

    assertThat(articles.all()).extracting(Article::id).containsExactly("b");
    assertThat(articles.history("a")).isEmpty();
    assertThat(articles.revision()).isEqualTo(revision);
  }

  @Test
  void storesSeveralVersionsOfOneArticleTogether() {
    articles.saveAll(List.of(faq("a", "one"), faq("b", "one"), faq("a", "two").at(1)));

    assertThat(articles.history("a"))
        .extracting(a -> a.content().body())
        .containsExactly("one", "two");
    assertThat(articles.changedSince(0)).extracting(Changed::revision).containsExactly(2L, 3L);
  }

  @Test
  void storesTenThousandAtOnceAndAgainWithoutChange() {
    var many =
        IntStream.range(0, 10_000).mapToObj(n -> faq("id-%05d".formatted(n), "text " + n)).toList();

    var stored = articles.saveAll(many);

    assertThat(articles.saveAll(stored)).isEqualTo(stored);
    assertThat(articles.all()).isEqualTo(stored);
    assertThat(articles.revision()).isEqualTo(10_000);
    assertThat(articles.changedSince(9_990)).hasSize(10);
  }

  @Test
  void tellsTheNewestVersionsInTheOrderOfChange() {
    articles.saveAll(List.of(faq("a", "one"), faq("b", "one"), faq("c", "one")));
    long before = articles.revision();
    var c = articles.save(faq("c", "two").at(1));
    articles.save(faq("a", "two").at(1));
    var a = articles.save(faq("a", "three").at(2));

    assertThat(articles.changedSince(before))
        .containsExactly(new Changed(c, before + 1), new Changed(a, before + 3));
    assertThat(articles.changedSince(articles.revision())).isEmpty();
  }

  @Test
  void skipsNoChangeForAReaderWhoFollowsWhileOthersWrite() throws Exception {
    int writers = 4;
    int each = 50;
    try (var pool = Executors.newFixedThreadPool(writers)) {
      var running =
          IntStream.range(0, writers).mapToObj(w -> pool.submit(() -> writeMany(w, each))).toList();
      var seen = new ArrayList<String>();
      long position = 0;
      while (!(running.stream().allMatch(Future::isDone) && position == articles.revision())) {
        for (var change : articles.changedSince(position)) {
          assertThat(change.revision()).isGreaterThan(position);
          position = change.revision();
          seen.add(change.article().id());
        }
      }
      assertThat(seen).hasSize(writers * each).doesNotHaveDuplicates();
    }
  }

  private void writeMany(int writer, int count) {
    IntStream.range(0, count).forEach(n -> articles.save(faq(writer + "-" + n, "text")));
  }

  @Test
  void listsTheArticlesOfASourceInTheOrderOfTheirIds() {
    var imported =
        Stream.of("b", "B", "a", "Ä", "é").map(id -> from(faq(id, "text"), "faq.csv")).toList();
    articles.saveAll(imported);
    articles.save(from(faq("other", "text"), "other.csv"));

    assertThat(articles.from("faq.csv"))
        .extracting(Article::id)
        .containsExactly("B", "a", "b", "Ä", "é");
    assertThat(articles.from("nowhere")).isEmpty();
  }

  @Test
  void listsTheArticlesThatMayNotBeShownOnEveryDay() {
    var day = LocalDate.of(2026, 11, 20);
    var until = within(faq("until", "one"), new Validity(LocalDate.MIN, day));
    var from = within(faq("from", "one"), new Validity(day, LocalDate.MAX));
    articles.saveAll(List.of(faq("always", "one"), until, from));
    articles.save(within(until.at(1), Validity.ALWAYS));

    assertThat(articles.limitedInTime()).containsExactly(from.at(1));
  }

  @Test
  void dropsWhatNoDatabaseCanStoreFromTexts() {
    var broken = new Faq("nul\0?", List.of("lone \uD83D."), "lone \uDE00 and whole \uD83D\uDE00");

    var stored = articles.save(Article.of("a", broken));

    assertThat(stored.content())
        .isEqualTo(new Faq("nul?", List.of("lone \uFFFD."), "lone \uFFFD and whole \uD83D\uDE00"));
    assertThat(articles.find("a")).contains(stored);
    assertThat(articles.save(Article.of("a", broken).at(1))).isEqualTo(stored);
  }

  @Test
  void refusesAnIdThatNoDatabaseCanStore() {
    assertThatThrownBy(() -> articles.save(faq("a\0", "text")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void storesAMillionCharactersAndSaysWhenATextIsTooLong() {
    var book = Article.of("book", new Document("Book", "é".repeat(1_048_576)));

    articles.save(book);

    assertThat(articles.find("book")).contains(book.at(1));
    var longer = Article.of("longer", new Document("Longer", "é".repeat(1_048_577)));
    assertThatThrownBy(() -> articles.save(longer))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("article longer holds a text of 1048577 characters");
  }

  @Test
  void knowsEverythingAfterARestart() {
    articles.saveAll(List.of(faq("a", "one"), faq("b", "one")));
    articles.save(faq("a", "two").at(1));
    var before = articles.all();
    var history = articles.history("a");

    close();
    open();

    assertThat(articles.all()).isEqualTo(before);
    assertThat(articles.history("a")).isEqualTo(history);
    assertThat(articles.revision()).isEqualTo(3);
    assertThat(articles.save(faq("a", "three").at(2)).version()).isEqualTo(3);
  }

  private static Article faq(String id, String answer) {
    return Article.of(id, new Faq("What is " + id + "?", List.of(), answer));
  }

  private static Article within(Article article, Validity validity) {
    return new Article(
        article.id(),
        article.content(),
        article.tags(),
        article.locale(),
        validity,
        article.status(),
        article.url(),
        article.source(),
        article.version());
  }

  private static Article from(Article article, String source) {
    return new Article(
        article.id(),
        article.content(),
        article.tags(),
        article.locale(),
        article.validity(),
        article.status(),
        article.url(),
        source,
        article.version());
  }

  private static <T> List<T> atOnce(List<Callable<T>> tasks) throws Exception {
    try (var pool = Executors.newFixedThreadPool(tasks.size())) {
      var results = new ArrayList<T>();
      for (var future : pool.invokeAll(tasks)) {
        results.add(future.get());
      }
      return results;
    }
  }
}
