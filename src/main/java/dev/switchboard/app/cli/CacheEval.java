package dev.switchboard.app.cli;

import dev.langchain4j.data.segment.TextSegment;
import dev.switchboard.bot.cascade.NearQuestions;
import dev.switchboard.knowledge.article.Article;
import dev.switchboard.knowledge.article.Content;
import dev.switchboard.knowledge.embedding.PairedModel;
import dev.switchboard.knowledge.evaluation.BadQuestionFile;
import dev.switchboard.knowledge.evaluation.LabelledQuestion;
import dev.switchboard.knowledge.evaluation.QuestionFile;
import dev.switchboard.knowledge.intake.KnowledgeReader;
import dev.switchboard.knowledge.intake.WebAccess;
import dev.switchboard.knowledge.intake.WebFetcher;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Measures how often a question is answered as an earlier one that means the same, and how often
 * that one was answered otherwise: the FAQs' wordings were asked before, then the questions are.
 */
final class CacheEval {
  private static final double[] LEAST = {0.95, 0.9, 0.85, 0.8, 0.75};
  private static final int PERCENT = 100;

  private final EvalSink sink;

  CacheEval(EvalSink sink) {
    this.sink = sink;
  }

  private record Asked(String text, String article) {}

  void run(Path knowledge, Path file) {
    var questions = questions(file);
    var now =
        questions.stream().map(question -> words(question.text())).collect(Collectors.toSet());
    // The same question is known again anyway.
    var before =
        before(KnowledgePath.existing(knowledge)).stream()
            .filter(asked -> !now.contains(words(asked.text())))
            .toList();
    try (var model = PairedModel.shipped()) {
      var known = vectors(model, before.stream().map(Asked::text).toList());
      var asked = vectors(model, questions.stream().map(LabelledQuestion::text).toList());
      var table = new StringBuilder();
      table.append("%,d questions asked before, %,d now%n".formatted(known.size(), asked.size()));
      table.append("likeness    answered    of these wrongly\n");
      var rows = new ArrayList<String>();
      for (double least : LEAST) {
        rows.add(row(least, near(least, before, known), questions, asked, table));
      }
      sink.table(table.toString());
      sink.figures(
          "{\"n\":%d,\"by_likeness\":[%s]}".formatted(asked.size(), String.join(",", rows)));
    }
  }

  private static String words(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
  }

  private static List<Asked> before(Path knowledge) {
    var reader = new KnowledgeReader(new WebFetcher(WebAccess.PUBLIC));
    return reader.read(knowledge).articles().stream().flatMap(CacheEval::wordings).toList();
  }

  private static Stream<Asked> wordings(Article article) {
    var variants =
        article.content() instanceof Content.Faq faq
            ? faq.variants().stream()
            : Stream.<String>empty();
    return Stream.concat(Stream.of(article.content().title()), variants)
        .map(text -> new Asked(text, article.id()));
  }

  private static List<LabelledQuestion> questions(Path file) {
    try {
      return QuestionFile.read(file);
    } catch (BadQuestionFile bad) {
      throw new Failure(String.valueOf(bad.getMessage()), bad);
    }
  }

  private static List<float[]> vectors(PairedModel model, List<String> texts) {
    return model.embedAll(texts.stream().map(TextSegment::from).toList()).content().stream()
        .map(embedding -> embedding.vector())
        .toList();
  }

  private static NearQuestions<String> near(double least, List<Asked> before, List<float[]> known) {
    var near = new NearQuestions<String>(known.size(), least);
    for (int i = 0; i < known.size(); i++) {
      near.add(known.get(i), before.get(i).article(), before.get(i).article());
    }
    return near;
  }

  private static String row(
      double least,
      NearQuestions<String> near,
      List<LabelledQuestion> questions,
      List<float[]> asked,
      StringBuilder table) {
    int hits = 0;
    int wrong = 0;
    for (int i = 0; i < asked.size(); i++) {
      var found = near.find(asked.get(i));
      if (found.isPresent()) {
        hits++;
        wrong += questions.get(i).expected().contains(found.get()) ? 0 : 1;
      }
    }
    double share = (double) hits / asked.size();
    double wrongly = hits == 0 ? 0 : (double) wrong / hits;
    table.append(
        String.format(
            Locale.ROOT, "%8.2f %9.1f %% %15.2f %%%n", least, PERCENT * share, PERCENT * wrongly));
    return String.format(
        Locale.ROOT,
        "{\"likeness\":%.2f,\"hits\":%.4f,\"false_hits\":%.4f}",
        least,
        share,
        wrongly);
  }
}
