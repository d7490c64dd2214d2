package dev.switchboard.knowledge.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.output.Response;
import dev.switchboard.knowledge.Models;
import dev.switchboard.knowledge.article.Article;
import dev.switchboard.knowledge.article.Content.Document;
import dev.switchboard.knowledge.article.Content.Faq;
import dev.switchboard.knowledge.embedding.LoneModel;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnowledgeIndexTest {

  private static final Article RETURNS =
      Article.of(
          "returns",
          new Faq(
              "How do I return something?",
              List.of("send back an order", "I don't want it any more"),
              "Print the label in your account and drop the parcel within 30 days."));
  private static final Article TENT =
      Article.of(
          "tent",
          new Document(
              "Ridge 2 tent",
              "# Ridge 2 tent\n\n## Spare parts\n\nPoles for TT-4410 are sold as set TT-4419.\n\n"
                  + "## Error codes\n\nThe lamp blinks E-217 when its battery is empty."));
  private static final Article GERMAN =
      Article.of(
          "versand",
          new Faq(
              "Wie lange dauert der Versand?",
              List.of("Lieferzeiten nach Österreich"),
              "Zwei bis vier Werktage."));

  @Test
  void findsACodeHoweverItIsWritten() {
    try (var index = index(RETURNS, TENT, GERMAN)) {
      for (var code : List.of("TT-4410", "tt4410", "tt 4410", "what about TT-4410?")) {
        assertThat(first(index, code, Hit::words)).as(code).isEqualTo("tent");
      }
      assertThat(first(index, "E-217", Hit::words)).isEqualTo("tent");
    }
  }

  @Test
  void findsAWordWithASpellingMistake() {
    try (var index = index(RETURNS, TENT, GERMAN)) {
      assertThat(first(index, "battrey", Hit::words)).isEqualTo("tent");
      assertThat(first(index, "retrun", Hit::words)).isEqualTo("returns");
    }
  }

  @Test
  void correctsAWordByWhatTheIndexHoldsNow() {
    try (var index = index(TENT)) {
      assertThat(words(index, "pegsy")).isZero();
      index.put(List.of(Article.of("pegs", new Faq("Lost pegs", List.of(), "Buy new ones."))));
      assertThat(first(index, "pegsy", Hit::words)).isEqualTo("pegs");
      index.put(List.of(Article.of("name", new Faq("Who is Pegsy?", List.of(), "Our goat."))));
      assertThat(first(index, "pegsy", Hit::words)).isEqualTo("name");
      index.remove(List.of("pegs", "name"));
      assertThat(words(index, "pegsy")).isZero();
    }
  }

  @Test
  void correctsTheSameQuestionInTheSameWayEachTime() {
    try (var index = index(TENT)) {
      var question = "wqzzk xqzzk yqzzk zqzzk battrey";
      assertThat(words(index, question)).isZero();
      assertThat(words(index, question)).isZero();
    }
  }

  @Test
  void knowsTheLanguagesItHoldsNow() {
    try (var index = index(TENT)) {
      assertThat(languages(index)).containsExactly(Locale.ENGLISH);
      index.put(List.of(GERMAN));
      assertThat(languages(index)).containsExactlyInAnyOrder(Locale.ENGLISH, Locale.GERMAN);
      index.clear();
      assertThat(languages(index)).isEmpty();
    }
  }

  @Test
  void stemsEachLanguageByItsOwnRules() {
    try (var index = index(RETURNS, TENT, GERMAN)) {
      assertThat(first(index, "Lieferzeit", Hit::stems)).isEqualTo("versand");
      assertThat(first(index, "returning", Hit::stems)).isEqualTo("returns");
    }
  }

  @Test
  void findsByMeaningWithoutAWordInCommon() {
    try (var index = index(RETURNS, TENT, GERMAN)) {
      assertThat(first(index, "can you take these boots off my hands again", Hit::left))
          .isEqualTo("returns");
    }
  }

  @Test
  void showsWhereAPassageStands() {
    try (var index = index(TENT);
        var snapshot = index.snapshot()) {
      var hit = best(snapshot, "E-217", Hit::words);
      var passage = snapshot.entry(hit.doc()).passage();
      assertThat(passage.headings()).containsExactly("Error codes");
      assertThat(passage.text()).isEqualTo("The lamp blinks E-217 when its battery is empty.");
    }
  }

  @Test
  void replacesEverythingKnownOfAChangedArticle() {
    try (var index = index(RETURNS)) {
      index.put(
          List.of(Article.of("returns", new Faq("Opening hours", List.of(), "Nine to five."))));
      try (var snapshot = index.snapshot()) {
        assertThat(snapshot.size()).isEqualTo(2);
        assertThat(best(snapshot, "opening hours", Hit::words).articleId()).isEqualTo("returns");
      }
    }
  }

  @Test
  void forgetsARemovedArticle() {
    try (var index = index(RETURNS, TENT)) {
      index.remove(List.of("tent"));
      assertThat(near(index, "TT-4410")).extracting(Hit::articleId).containsOnly("returns");
    }
  }

  @Test
  void anEmptyIndexFindsNothing() {
    try (var index = index()) {
      assertThat(near(index, "anything")).isEmpty();
    }
  }

  @Test
  void queryLanguageInAQuestionMeansNothing() {
    try (var index = index(RETURNS, TENT)) {
      for (var hostile :
          List.of("*:*", "title:[a TO z]", "(", "\"", "return~ AND NOT", "/(a+)+$/")) {
        assertThat(near(index, hostile)).as(hostile).isNotNull();
      }
    }
  }

  @Test
  void knowsItsRevisionAfterItWasOpenedAgain(@TempDir Path folder) throws Exception {
    try (var index = KnowledgeIndex.in(folder, Models.SHIPPED, text -> Locale.ENGLISH)) {
      assertThat(index.revision()).isZero();
      index.put(List.of(RETURNS));
      index.commit(7);
      index.put(List.of(TENT));
    }
    try (var index = KnowledgeIndex.in(folder, Models.SHIPPED, text -> Locale.ENGLISH)) {
      assertThat(index.revision()).isEqualTo(7);
      assertThat(near(index, "tent")).extracting(Hit::articleId).containsOnly("returns");
    }
  }

  @Test
  void forgetsWhatAnotherModelHasMade(@TempDir Path folder) throws Exception {
    try (var index = KnowledgeIndex.in(folder, Models.SHIPPED, text -> Locale.ENGLISH)) {
      index.put(List.of(RETURNS));
      index.commit(7);
    }
    var other = new LoneModel(new SmallModel());
    for (long expected : new long[] {-1, 8}) {
      try (var index = KnowledgeIndex.in(folder, other, text -> Locale.ENGLISH);
          var snapshot = index.snapshot()) {
        assertThat(index.revision()).isEqualTo(expected);
        var vector = other.embed("tent").content().vector();
        assertThat(snapshot.near(List.of(new Probe("tent", vector)), Set.of()))
            .hasSize(expected < 0 ? 0 : snapshot.size());
        index.put(List.of(TENT));
        index.commit(8);
      }
    }
  }

  /** Of two numbers, and all texts are the same to it. */
  private static final class SmallModel implements EmbeddingModel {
    @Override
    public Response<List<Embedding>> embedAll(List<TextSegment> texts) {
      return Response.from(texts.stream().map(text -> Embedding.from(new float[] {3, 4})).toList());
    }
  }

  private static KnowledgeIndex index(Article... articles) {
    var index =
        KnowledgeIndex.inMemory(
            Models.SHIPPED, text -> text.contains("Versand") ? Locale.GERMAN : Locale.ENGLISH);
    index.put(List.of(articles));
    return index;
  }

  private static String first(KnowledgeIndex index, String question, ToDoubleFunction<Hit> by) {
    try (var snapshot = index.snapshot()) {
      return best(snapshot, question, by).articleId();
    }
  }

  private static double words(KnowledgeIndex index, String question) {
    return near(index, question).stream().mapToDouble(Hit::words).max().orElseThrow();
  }

  private static Set<Locale> languages(KnowledgeIndex index) {
    try (var snapshot = index.snapshot()) {
      return snapshot.languages();
    }
  }

  private static Hit best(Snapshot snapshot, String question, ToDoubleFunction<Hit> by) {
    return near(snapshot, question).stream().max(Comparator.comparingDouble(by)).orElseThrow();
  }

  private static List<Hit> near(KnowledgeIndex index, String question) {
    try (var snapshot = index.snapshot()) {
      return near(snapshot, question);
    }
  }

  private static List<Hit> near(Snapshot snapshot, String question) {
    var vector = Models.SHIPPED.embed(question).content().vector();
    return snapshot.near(List.of(new Probe(question, vector)), Set.of());
  }
}
