package dev.switchboard.knowledge.ranking;

import java.util.ArrayList;
import java.util.List;

/** Learns everything that the product ships from labelled questions of several domains. */
public final class Training {

  private Training() {}

  /**
   * Learns the weights.
   *
   * @param domains the lessons of each domain; domains count the same, whatever their size
   * @return the lines of the file that the product reads them from
   */
  public static List<String> learn(List<List<Lesson>> domains) {
    var used = new ArrayList<List<Lesson>>(domains);
    used.removeIf(domain -> domain.stream().noneMatch(Lesson::usable));
    var ranking = new RankingTraining().train(used);
    var confidence = new ConfidenceTraining(ranking).train(used);
    return new LearnedWeights(ranking, confidence).write();
  }
}
