package dev.switchboard.knowledge.ranking;

import java.util.List;

/** Learns everything that the product ships from labelled questions of several domains. */
public final class Training {

  private static final List<String> AROUND =
      List.of("ONE", "MEANING_FIRST", "MEANING_SECOND", "WORDS", "STEMS");

  private Training() {}

  /**
   * Learns the weights.
   *
   * @param domains the lessons of each domain; domains count the same, whatever their size
   * @return the lines of the file that the product reads them from
   */
  public static List<String> learn(List<List<Lesson>> domains) {
    var used = domains.stream().filter(domain -> domain.stream().anyMatch(Lesson::usable)).toList();
    var examples = used.stream().filter(Training::hasExamples).toList();
    var alone = used.stream().filter(domain -> !hasExamples(domain)).toList();
    return new LearnedWeights(
            learn(
                RankingTraining.free(),
                ConfidenceSignals.NAMES,
                ConfidenceSignals.COVERED,
                examples),
            learn(
                RankingTraining.along(alone(), AROUND),
                ConfidenceSignals.OWN,
                ConfidenceSignals.OWN,
                alone))
        .write();
  }

  private static Weights learn(
      RankingTraining training,
      List<String> right,
      List<String> covered,
      List<List<Lesson>> domains) {
    var ranking = training.train(domains);
    var confidence = new ConfidenceTraining(ranking, right, covered).train(domains);
    return new Weights(ranking, confidence);
  }

  private static boolean hasExamples(List<Lesson> domain) {
    return domain.stream().anyMatch(lesson -> lesson.field.opinion().isPresent());
  }

  /**
   * Without wordings to learn from, free weights learn the habits of whoever wrote the training
   * questions and fail elsewhere; these proportions hold in all of the domains that were looked at.
   */
  private static double[] alone() {
    var proportions = new double[ArticleSignals.NAMES.size()];
    set(proportions, "MEANING_BEST", 1);
    set(proportions, "MEANING_A_PASSAGE", 0.1);
    set(proportions, "MEANING_B_PASSAGE", 0.1);
    set(proportions, "STEMS", 0.15);
    set(proportions, "WORDS", 0.3);
    set(proportions, "STEMS_WORDING*DOCUMENT", 0.5);
    set(proportions, "SAME", 0.5);
    set(proportions, "OTHER_LANGUAGE", -0.1);
    return proportions;
  }

  private static void set(double[] proportions, String signal, double value) {
    proportions[ArticleSignals.NAMES.indexOf(signal)] = value;
  }
}
