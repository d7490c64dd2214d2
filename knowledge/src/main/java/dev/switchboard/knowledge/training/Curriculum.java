package dev.switchboard.knowledge.training;

import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.switchboard.bot.Query;
import dev.switchboard.knowledge.evaluation.QuestionFile;
import dev.switchboard.knowledge.index.KnowledgeIndex;
import dev.switchboard.knowledge.intake.KnowledgeReader;
import dev.switchboard.knowledge.intake.WebAccess;
import dev.switchboard.knowledge.intake.WebFetcher;
import dev.switchboard.knowledge.ranking.ExampleClassifier;
import dev.switchboard.knowledge.ranking.Lesson;
import dev.switchboard.knowledge.ranking.Probing;
import dev.switchboard.knowledge.ranking.Training;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Function;

/** Everything the shipped weights are learned from. Deterministic for the same files. */
public final class Curriculum {

  /** Most variants of an article in the worlds of the large public sets. */
  private static final int[] VARIANTS = {0, 0, 1, 2, 3, 5, 8, 12, 20, 40, 130, 130, 130};

  private static final int ROUNDS = 2;
  private static final int COVERED = 300;
  private static final int UNCOVERED = 200;

  /** Domains with real answers are few but the most like what teams have. */
  private static final int OWN_WORLDS = 12;

  private final EmbeddingModel model;
  private final Function<String, Locale> languages;
  private final Consumer<String> log;
  private final Random random = new Random(7);

  /**
   * @param model embeds the texts
   * @param languages tells the language of a text
   * @param log hears of each world
   */
  public Curriculum(
      EmbeddingModel model, Function<String, Locale> languages, Consumer<String> log) {
    this.model = new RememberingModel(model);
    this.languages = languages;
    this.log = log;
  }

  /**
   * Learns the weights from all domains.
   *
   * @param publicSets folder with {@code banking77} and {@code clinc150}
   * @param own folders with articles and a {@code questions.tsv} each
   * @return the lines of the weights file
   */
  public List<String> learn(Path publicSets, List<Path> own) {
    var worlds = new ArrayList<List<Lesson>>();
    var banking = large(publicSets.resolve("banking77"));
    var clinc = large(publicSets.resolve("clinc150"));
    for (int round = 0; round < ROUNDS; round++) {
      for (int variants : VARIANTS) {
        for (var domain : List.of(banking, clinc)) {
          double share = 0.25 + 0.65 * random.nextDouble();
          worlds.add(lessons(domain.part(share, variants, COVERED, UNCOVERED, random)));
        }
      }
    }
    for (var folder : own) {
      worlds.addAll(ownWorlds(small(folder)));
    }
    return Training.learn(worlds);
  }

  /** Whole and in parts, with all variants, some and none. */
  private List<List<Lesson>> ownWorlds(Domain domain) {
    var worlds = new ArrayList<List<Lesson>>();
    for (int i = 0; i < OWN_WORLDS; i++) {
      double share = i % 3 == 0 ? 1 : 0.4 + 0.5 * random.nextDouble();
      int variants = new int[] {100, 0, 0, 1, 2, 4}[i % 6];
      worlds.add(lessons(domain.part(share, variants, COVERED, UNCOVERED, random)));
    }
    return worlds;
  }

  private List<Lesson> lessons(Domain domain) {
    var lessons = new ArrayList<Lesson>();
    try (var index = KnowledgeIndex.inMemory(model, languages)) {
      index.put(domain.articles());
      try (var snapshot = index.snapshot()) {
        var classifier = ExampleClassifier.train(snapshot);
        for (var question : domain.questions()) {
          var query = new Query(question.text(), languages.apply(question.text()));
          var probes = Probing.of(query, snapshot.hasDocuments(), model);
          lessons.add(Lesson.of(query, question.expected(), probes, snapshot, classifier));
        }
      }
    }
    log.accept(
        "%d articles, %d questions".formatted(domain.articles().size(), domain.questions().size()));
    return lessons;
  }

  private static Domain large(Path folder) {
    return domain(folder.resolve("faq_full.csv"), folder.resolve("questions_dev.tsv"))
        .withoutCopies();
  }

  private static Domain small(Path folder) {
    return domain(folder, folder.resolve("questions.tsv"));
  }

  private static Domain domain(Path articles, Path questions) {
    var harvest = new KnowledgeReader(new WebFetcher(WebAccess.PUBLIC)).read(articles);
    if (!harvest.problems().isEmpty()) {
      throw new IllegalArgumentException(harvest.problems().getFirst().text());
    }
    return new Domain(harvest.articles(), QuestionFile.read(questions));
  }
}
