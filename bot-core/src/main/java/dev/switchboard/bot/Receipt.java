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
 */
public record Receipt(
    Reading reading, List<Evidence> evidence, Thresholds thresholds, Map<String, Long> micros) {

  public Receipt {
    evidence = List.copyOf(evidence);
    micros = Map.copyOf(micros);
  }
}
