package dev.switchboard.bot.cascade;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Questions with what was answered, found again by what they mean: the nearest one, if it is near
 * enough and the three nearest were answered the same. That they agree is what keeps questions
 * apart that only sound alike.
 *
 * <p>A search compares with all of them: linear in their number. Not safe for use by many threads.
 *
 * @param <T> what is remembered with a question
 */
public final class NearQuestions<T> {
  private static final int AGREEING = 3;

  private final int most;
  private final double least;
  private final List<Entry<T>> entries = new ArrayList<>();
  private int oldest;

  private record Entry<T>(Direction question, String answer, T what) {}

  private record Found<T>(Entry<T> entry, double likeness) {}

  /** A vector of length 1. */
  @SuppressWarnings("ArrayRecordComponent")
  private record Direction(float[] parts) {
    private static Direction of(float[] vector) {
      double square = 0;
      for (float part : vector) {
        square += (double) part * part;
      }
      float scale = (float) (1 / Math.sqrt(square));
      var parts = vector.clone();
      for (int i = 0; i < parts.length; i++) {
        parts[i] *= scale;
      }
      return new Direction(parts);
    }

    private float likeness(Direction other) {
      float both = 0;
      for (int i = 0; i < parts.length; i++) {
        both += parts[i] * other.parts[i];
      }
      return both;
    }
  }

  /**
   * None yet.
   *
   * @param most how many are remembered; the oldest are forgotten
   * @param least the likeness, a cosine, from which on a question is near enough
   */
  public NearQuestions(int most, double least) {
    this.most = most;
    this.least = least;
  }

  /**
   * Remembers a question.
   *
   * @param answer names what was answered: the same name, the same answer
   */
  public void add(float[] question, String answer, T what) {
    var entry = new Entry<>(Direction.of(question), answer, what);
    if (entries.size() < most) {
      entries.add(entry);
    } else {
      entries.set(oldest, entry);
      oldest = (oldest + 1) % most;
    }
  }

  /** What is remembered with the nearest question, if it can be taken for this one. */
  public Optional<T> find(float[] question) {
    var nearest = nearest(Direction.of(question));
    return nearest.size() == AGREEING
            && nearest.getFirst().likeness() >= least
            && nearest.stream().map(found -> found.entry().answer()).distinct().count() == 1
        ? Optional.of(nearest.getFirst().entry().what())
        : Optional.empty();
  }

  private List<Found<T>> nearest(Direction question) {
    var nearest = new ArrayList<Found<T>>(AGREEING + 1);
    for (var entry : entries) {
      var found = new Found<>(entry, entry.question().likeness(question));
      if (nearest.size() < AGREEING || found.likeness() > nearest.getLast().likeness()) {
        int at = nearest.size();
        while (at > 0 && nearest.get(at - 1).likeness() < found.likeness()) {
          at--;
        }
        nearest.add(at, found);
        if (nearest.size() > AGREEING) {
          nearest.removeLast();
        }
      }
    }
    return nearest;
  }
}
