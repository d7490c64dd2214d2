package dev.switchboard.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import dev.switchboard.bot.Query;
import dev.switchboard.knowledge.article.Article;
import dev.switchboard.knowledge.article.Article.Status;
import dev.switchboard.knowledge.article.Articles;
import dev.switchboard.knowledge.article.Content.Faq;
import dev.switchboard.knowledge.index.KnowledgeIndex;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The store has room and the index has none: nothing is lost, and it catches up. */
class FullDiskTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final long STEP = 2_000;

  @TempDir private Path temp;
  private ApplicationContext context;
  private Articles articles;
  private SmallDisk disk;
  private KnowledgeIndex index;
  private LuceneKnowledge knowledge;
  private IndexFollower follower;

  @BeforeEach
  void open() throws IOException {
    context = ApplicationContext.run(Map.of("switchboard.data", temp.toString()));
    articles = context.getBean(Articles.class);
    openIndex();
  }

  @AfterEach
  void close() {
    closeIndex();
    context.close();
  }

  @Test
  void saysWhyItIsBehindAndCatchesUpWhenThereIsRoom() {
    articles.save(faq("card"));
    follower.start();
    assertThat(follower.await(MINUTE)).isTrue();

    disk.leave(0);
    var refund = articles.save(faq("refund"));
    await().until(() -> follower.standing() instanceof Standing.Behind);

    assertThat(follower.standing())
        .isEqualTo(
            new Standing.Behind(
                "the index cannot follow the articles:"
                    + " java.io.IOException: No space left on device"));
    assertThat(found()).containsExactly("card");
    assertThat(articles.find("refund")).contains(refund);

    disk.leave(Long.MAX_VALUE);
    await().until(() -> follower.standing() instanceof Standing.InStep);
    assertThat(found()).containsExactlyInAnyOrder("card", "refund");
  }

  @Test
  void losesNothingWhereverTheRoomEnds() throws IOException {
    articles.save(faq("card"));
    var last = articles.save(faq("parcel-0"));
    follower.sync();

    // From the first byte of a segment to the last of a commit, which is when there is enough.
    int rounds = 0;
    do {
      disk.leave(rounds * STEP);
      articles.save(last.as(Status.ARCHIVED));
      last = articles.save(faq("parcel-" + ++rounds));
    } while (isTooSmall());

    assertThat(rounds).isGreaterThan(5);
  }

  private boolean isTooSmall() throws IOException {
    boolean failed = catchThrowable(follower::sync) != null;
    assertThat(found()).contains("card");
    disk.leave(Long.MAX_VALUE);
    follower.sync();
    assertHoldsWhatIsPublished();
    closeIndex();
    openIndex();
    assertHoldsWhatIsPublished();
    return failed;
  }

  private void assertHoldsWhatIsPublished() {
    assertThat(found())
        .containsExactlyInAnyOrderElementsOf(
            articles.all().stream()
                .filter(article -> article.status() == Status.PUBLISHED)
                .map(Article::id)
                .toList());
    assertThat(index.revision()).isEqualTo(articles.revision());
  }

  private void openIndex() throws IOException {
    disk = new SmallDisk(temp.resolve("index"));
    index = KnowledgeIndex.in(disk, Models.SHIPPED, text -> Locale.ENGLISH);
    knowledge = new LuceneKnowledge(index, Models.SHIPPED);
    follower = new IndexFollower(articles, index, knowledge, Clock.systemUTC());
  }

  private void closeIndex() {
    follower.close();
    index.close();
  }

  private List<String> found() {
    return knowledge.find(new Query("Where is my card?", Locale.ENGLISH)).candidates().stream()
        .map(candidate -> candidate.passage().articleId())
        .toList();
  }

  private static Article faq(String id) {
    return Article.of(id, new Faq("Where is my " + id + "?", List.of(), "It takes *5* days."));
  }
}
