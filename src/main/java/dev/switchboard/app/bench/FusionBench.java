package dev.switchboard.app.bench;

import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.switchboard.app.wiring.Sample;
import dev.switchboard.bot.Evidence;
import dev.switchboard.bot.Query;
import dev.switchboard.bot.triage.LanguageOf;
import dev.switchboard.knowledge.LuceneKnowledge;
import dev.switchboard.knowledge.article.Article;
import dev.switchboard.knowledge.embedding.PairedModel;
import dev.switchboard.knowledge.evaluation.LabelledQuestion;
import dev.switchboard.knowledge.evaluation.QuestionFile;
import dev.switchboard.knowledge.index.Hit;
import dev.switchboard.knowledge.index.KnowledgeIndex;
import dev.switchboard.knowledge.index.Probe;
import dev.switchboard.knowledge.intake.KnowledgeReader;
import dev.switchboard.knowledge.intake.WebAccess;
import dev.switchboard.knowledge.intake.WebFetcher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** Whether the joined ranking finds the right article as often as the best of its parts. */
final class FusionBench {

  private static final String FUSED = "fused";
  private static final int FEW = 20;
  private static final double HALF_A_POINT = 0.5;

  private static final Map<String, ToDoubleFunction<Hit>> LEGS = legs();

  private final Plan plan;
  private final Results results;
  private final LanguageOf languages = new LanguageOf(Set::of);
  private final KnowledgeReader reader = new KnowledgeReader(new WebFetcher(WebAccess.PUBLIC));

  FusionBench(Plan plan, Results results) {
    this.plan = plan;
    this.results = results;
  }

  void run() throws IOException {
    int codes = plan.quick() ? FEW : 400;
    try (var model = PairedModel.shipped()) {
      var sample = Sample.read(reader).articles();
      slice("sample paraphrases", some(sample), sampleQuestions(), model);
      slice("exact codes", Shop.coded(codes), Shop.codedQuestions(codes), model);
      for (var folder : plan.labelled()) {
        slice(
            folder.getFileName() + " paraphrases",
            reader.read(folder.resolve("faq.csv")).articles(),
            questions(folder),
            model);
      }
    }
  }

  private List<Article> some(List<Article> all) {
    return plan.quick() ? all.subList(0, FEW) : all;
  }

  private static Map<String, ToDoubleFunction<Hit>> legs() {
    var legs = new LinkedHashMap<String, ToDoubleFunction<Hit>>();
    legs.put("BM25 words", Hit::words);
    legs.put("BM25 stems", Hit::stems);
    legs.put("MiniLM", Hit::left);
    legs.put("bge-small", Hit::right);
    return legs;
  }

  private void slice(
      String name, List<Article> articles, List<LabelledQuestion> all, EmbeddingModel model) {
    var known = articles.stream().map(Article::id).collect(Collectors.toSet());
    var questions =
        all.stream()
            .filter(LabelledQuestion::answerable)
            .filter(question -> known.containsAll(question.expected()))
            .limit(plan.quick() ? FEW : Long.MAX_VALUE)
            .toList();
    try (var index = KnowledgeIndex.inMemory(model, languages::of)) {
      index.put(articles);
      var knowledge = new LuceneKnowledge(index, model);
      knowledge.learn();
      tell(name, questions.size(), right(questions, index, knowledge, model));
    }
  }

  /** How many questions have the right article first, by leg and fused. */
  private Map<String, Integer> right(
      List<LabelledQuestion> questions,
      KnowledgeIndex index,
      LuceneKnowledge knowledge,
      EmbeddingModel model) {
    var right = new LinkedHashMap<String, Integer>();
    LEGS.keySet().forEach(leg -> right.put(leg, 0));
    right.put(FUSED, 0);
    for (var question : questions) {
      for (var leg : firsts(question.text(), index, knowledge, model).entrySet()) {
        right.merge(
            leg.getKey(), question.expected().contains(leg.getValue()) ? 1 : 0, Integer::sum);
      }
    }
    return right;
  }

  private Map<String, String> firsts(
      String question, KnowledgeIndex index, LuceneKnowledge knowledge, EmbeddingModel model) {
    var firsts = new LinkedHashMap<String, String>();
    var vector = model.embed(question).content().vector();
    try (var snapshot = index.snapshot()) {
      var hits = snapshot.near(List.of(new Probe(question, vector)), Set.of());
      LEGS.forEach((leg, score) -> firsts.put(leg, first(hits, score)));
    }
    firsts.put(FUSED, first(knowledge.find(new Query(question, languages.of(question)))));
    return firsts;
  }

  private static String first(List<Hit> hits, ToDoubleFunction<Hit> score) {
    return hits.stream()
        .max(Comparator.comparingDouble(score).thenComparing(Hit::articleId))
        .map(Hit::articleId)
        .orElse("");
  }

  private static String first(Evidence evidence) {
    return evidence.best().map(best -> best.passage().articleId()).orElse("");
  }

  private void tell(String slice, int questions, Map<String, Integer> right) {
    double best = 0;
    double fused = Double.NaN;
    for (var leg : right.entrySet()) {
      double share = 100.0 * leg.getValue() / questions;
      var method =
          "hit@1 of %d questions; a part ranks all entries that the search found"
              .formatted(questions);
      results.add(Section.FUSION, slice + ", " + leg.getKey(), share, "%", method);
      if (leg.getKey().equals(FUSED)) {
        fused = share;
      } else {
        best = Math.max(best, share);
      }
    }
    results.judge(
        Goal.atLeast(
            slice + ": fused hit@1, best part less 0.5 points", best - HALF_A_POINT, fused));
  }

  private static List<LabelledQuestion> sampleQuestions() throws IOException {
    try (var scratch = Scratch.make();
        var bundled =
            Objects.requireNonNull(Sample.class.getResourceAsStream("/sample/questions.tsv"))) {
      Files.copy(bundled, scratch.path("questions.tsv"));
      return QuestionFile.read(scratch.path("questions.tsv"));
    }
  }

  private static List<LabelledQuestion> questions(Path folder) throws IOException {
    try (var files = Files.newDirectoryStream(folder, "questions*.tsv")) {
      var all = new ArrayList<LabelledQuestion>();
      files.forEach(file -> all.addAll(QuestionFile.read(file)));
      return all;
    }
  }
}
