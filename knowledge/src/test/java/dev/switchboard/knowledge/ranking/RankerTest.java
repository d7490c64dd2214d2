package dev.switchboard.knowledge.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.bot.Query;
import dev.switchboard.knowledge.Models;
import dev.switchboard.knowledge.article.Article;
import dev.switchboard.knowledge.article.Content.Document;
import dev.switchboard.knowledge.article.Content.Faq;
import dev.switchboard.knowledge.index.KnowledgeIndex;
import dev.switchboard.knowledge.index.Probe;
import dev.switchboard.knowledge.index.Snapshot;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class RankerTest {

  private static final List<Article> ARTICLES =
      List.of(
          faq("refund", "When do I get my money back?", "refund time?", "how long do refunds take"),
          faq("return", "How do I return an item?", "send something back", "return label please"),
          faq("hours", "When are your stores open?", "opening times", "are you open on sunday"),
          faq(
              "gift",
              "How long is a gift card valid?",
              "does a voucher expire",
              "gift card expiry"),
          Article.of(
              "watch",
              new Document(
                  "Watch manual",
                  "# Watch manual\n\n## Errors\n\nE-217 means that an update was interrupted."
                      + " Charge the watch.\n\n## Strap\n\nThe strap is 22 mm wide.")));

  private static final KnowledgeIndex INDEX = index();
  private static final Snapshot SNAPSHOT = INDEX.snapshot();
  private static final Optional<ExampleClassifier> CLASSIFIER = ExampleClassifier.train(SNAPSHOT);

  private final Ranker ranker = Ranker.shipped();

  @AfterAll
  static void close() {
    SNAPSHOT.close();
    INDEX.close();
  }

  @Test
  void putsTheArticleThatAnswersFirst() {
    assertThat(best("my refund has not arrived, how many days is normal")).isEqualTo("refund");
    assertThat(best("is the shop open on sundays?")).isEqualTo("hours");
    assertThat(best("E-217")).isEqualTo("watch");
  }

  @Test
  void isSureOfAWordingAndNotOfAStrangeQuestion() {
    assertThat(rank("refund time?").candidates().getFirst().probability()).isGreaterThan(0.8);
    assertThat(rank("who won the football match in Brazil").covered()).isLessThan(0.3);
    assertThat(rank("refund time?").covered())
        .isGreaterThan(rank("can you write me a poem about the sea").covered());
  }

  @Test
  void chancesFallAndStayBetweenNoneAndOne() {
    var chances =
        rank("can I return a gift card").candidates().stream()
            .map(candidate -> candidate.probability())
            .toList();
    assertThat(chances).isSortedAccordingTo((a, b) -> Double.compare(b, a));
    assertThat(chances).allMatch(chance -> chance >= 0 && chance <= 1);
  }

  @Test
  void quotesTheSentencesOfADocumentThatAnswer() {
    var first = rank("what does E-217 mean").candidates().getFirst();
    assertThat(first.quotes()).containsExactly("E-217 means that an update was interrupted.");
    assertThat(first.passage().headings()).containsExactly("Errors");
  }

  @Test
  void showsTheFittingPassageOfADocumentFoundByItsTitle() {
    var first = rank("watch manual strap").candidates().getFirst();
    assertThat(first.passage().headings()).containsExactly("Strap");
  }

  @Test
  void findsTheDocumentThatOneSentenceOfAStoryAsksFor() {
    assertThat(
            best(
                "Hello, last week I bought a present for my brother who turned forty. He lives far"
                    + " away and we hardly see each other. His birthday was on Sunday and the whole"
                    + " family came. How wide is the strap?"))
        .isEqualTo("watch");
  }

  @Test
  void looksUpSentencesOfTheirOwnOnlyWhereThereAreDocuments() {
    var story = new Query("Hi. I bought a watch last week. How wide is its strap?", Locale.ENGLISH);
    assertThat(Probing.of(story, true, Models.SHIPPED))
        .extracting(Probe::text)
        .containsExactly(story.text(), "I bought a watch last week.", "How wide is its strap?");
    assertThat(Probing.of(story, false, Models.SHIPPED)).hasSize(1);
    var plain = new Query("How wide is its strap?", Locale.ENGLISH);
    assertThat(Probing.of(plain, true, Models.SHIPPED)).hasSize(1);
  }

  @Test
  void worksWithoutAClassifier() {
    var query = new Query("how long do refunds take?", Locale.ENGLISH);
    var ranking = ranker.rank(query, probes(query), SNAPSHOT, Optional.empty());
    assertThat(ranking.candidates().getFirst().passage().articleId()).isEqualTo("refund");
  }

  @Test
  void theClassifierKnowsOnlyWhatHasSeveralWordings() {
    var opinion =
        CLASSIFIER
            .orElseThrow()
            .ask("gift card", Models.SHIPPED.embed("gift card").content().vector());
    assertThat(opinion.best(1)).containsExactly("gift");
    assertThat(opinion.of("watch")).isEmpty();
    assertThat(opinion.of("gift").orElseThrow()).isNegative();
  }

  @Test
  void learningTwiceGivesTheSameWeightsAndTheyAreReadBack() {
    var lessons = List.of(lesson("when is my refund", "refund"), lesson("sunday hours", "hours"));
    var lines = Training.learn(List.of(lessons, alone("return it", "return")));
    assertThat(Training.learn(List.of(lessons, alone("return it", "return")))).isEqualTo(lines);
    var ranking = rankWith(Ranker.with(lines), "refund time?");
    assertThat(ranking.candidates().getFirst().passage().articleId()).isEqualTo("refund");
  }

  private static List<Lesson> alone(String question, String expected) {
    return List.of(lesson(question, expected, Optional.empty()));
  }

  private static Lesson lesson(String question, String expected) {
    return lesson(question, expected, CLASSIFIER);
  }

  private static Lesson lesson(
      String question, String expected, Optional<ExampleClassifier> classifier) {
    var query = new Query(question, Locale.ENGLISH);
    return Lesson.of(query, Set.of(expected), probes(query), SNAPSHOT, classifier);
  }

  private static List<Probe> probes(Query query) {
    return Probing.of(query, SNAPSHOT.hasDocuments(), Models.SHIPPED);
  }

  private String best(String question) {
    return rank(question).candidates().getFirst().passage().articleId();
  }

  private Ranker.Ranking rank(String question) {
    return rankWith(ranker, question);
  }

  private static Ranker.Ranking rankWith(Ranker ranker, String question) {
    var query = new Query(question, Locale.ENGLISH);
    return ranker.rank(query, probes(query), SNAPSHOT, CLASSIFIER);
  }

  private static Article faq(String id, String question, String... variants) {
    return Article.of(
        id, new Faq(question, List.of(variants), "The approved answer on " + id + "."));
  }

  private static KnowledgeIndex index() {
    var index = KnowledgeIndex.inMemory(Models.SHIPPED, text -> Locale.ENGLISH);
    index.put(ARTICLES);
    return index;
  }
}
