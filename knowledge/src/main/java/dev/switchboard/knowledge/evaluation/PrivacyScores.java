package dev.switchboard.knowledge.evaluation;

import dev.switchboard.bot.privacy.Found;
import dev.switchboard.bot.privacy.PersonalData;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How well personal data is found. What is found counts as right where it overlaps a label of the
 * same kind. Shares are from 0 to 1; a share of nothing is NaN.
 *
 * @param n texts
 * @param together over all kinds that can be found
 * @param byKind over each of them
 * @param recallOfAll share of all labels that were found, those that only their surroundings tell
 *     among them
 */
public record PrivacyScores(
    int n, Share together, Map<Found.Kind, Share> byKind, double recallOfAll) {
  public PrivacyScores {
    byKind = Map.copyOf(byKind);
  }

  /**
   * The figures of one kind, or of several together.
   *
   * @param labels how many there are
   * @param precision share of what was found that is right
   * @param recall share of the labels that were found
   * @param f1 harmonic mean of both
   */
  public record Share(int labels, double precision, double recall, double f1) {}

  /** Looks for personal data in each text, and counts. */
  public static PrivacyScores of(List<LabelledText> texts) {
    var counts = new EnumMap<Found.Kind, Count>(Found.Kind.class);
    for (var kind : EnumSet.complementOf(EnumSet.of(Found.Kind.PRIVATE))) {
      counts.put(kind, new Count());
    }
    texts.forEach(text -> count(text, PersonalData.in(text.text()), counts));
    var all = new Count();
    counts.values().forEach(all::add);
    var shares = new EnumMap<Found.Kind, Share>(Found.Kind.class);
    counts.forEach((kind, count) -> shares.put(kind, count.share()));
    int labels = texts.stream().mapToInt(text -> text.labels().size()).sum();
    int others = texts.stream().mapToInt(text -> othersFound(text, counts.keySet())).sum();
    return new PrivacyScores(texts.size(), all.share(), shares, ratio(all.hits + others, labels));
  }

  // Names, streets and the like, of which it is only known that they are personal.
  private static int othersFound(LabelledText text, Set<Found.Kind> kinds) {
    var found = PersonalData.inContext(text.text(), word -> false);
    return (int)
        text.labels().stream()
            .filter(label -> kinds.stream().noneMatch(kind -> kind.name().equals(label.type())))
            .filter(label -> found.stream().anyMatch(one -> overlap(label, one)))
            .count();
  }

  private static void count(LabelledText text, List<Found> found, Map<Found.Kind, Count> counts) {
    counts.forEach((kind, count) -> {
      var labels = text.labels().stream().filter(each -> each.type().equals(kind.name())).toList();
      var ours = found.stream().filter(one -> one.kind() == kind).toList();
      count.labels += labels.size();
      count.found += ours.size();
      count.hits +=
          (int)
              labels.stream()
                  .filter(label -> ours.stream().anyMatch(one -> overlap(label, one)))
                  .count();
      count.right +=
          (int)
              ours.stream()
                  .filter(one -> labels.stream().anyMatch(label -> overlap(label, one)))
                  .count();
    });
  }

  private static boolean overlap(LabelledText.Label label, Found one) {
    return label.start() < one.end() && one.start() < label.end();
  }

  private static double ratio(int part, int whole) {
    return whole == 0 ? Double.NaN : (double) part / whole;
  }

  private static final class Count {
    private int labels;
    private int found;
    private int hits;
    private int right;

    void add(Count other) {
      labels += other.labels;
      found += other.found;
      hits += other.hits;
      right += other.right;
    }

    Share share() {
      double precision = ratio(right, found);
      double recall = ratio(hits, labels);
      // Nothing right is a 0, whereas nothing to find and nothing found is no share of anything.
      double f1 =
          hits == 0 && labels + found > 0 ? 0 : 2 * precision * recall / (precision + recall);
      return new Share(labels, precision, recall, f1);
    }
  }
}
