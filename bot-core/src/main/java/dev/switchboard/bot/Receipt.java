package dev.switchboard.bot;

import java.util.List;
import java.util.Map;

/**
 * The proof of how a reply came about.
 *
 * @param reading what triage read
 * @param evidence what was found, one for each question
 * @param thresholds the thresholds in force
 * @param micros time spent, in microseconds, by stage, "total" among them
 * @param ascents how each question climbed the ladder, in their order
 */
public record Receipt(
    Reading reading,
    List<Evidence> evidence,
    Thresholds thresholds,
    Map<String, Long> micros,
    List<Ascent> ascents) {

  public Receipt {
    evidence = List.copyOf(evidence);
    micros = Map.copyOf(micros);
    ascents = List.copyOf(ascents);
  }

  /** Of a reply whose questions climbed nowhere. */
  public Receipt(
      Reading reading, List<Evidence> evidence, Thresholds thresholds, Map<String, Long> micros) {
    this(reading, evidence, thresholds, micros, List.of());
  }
}
