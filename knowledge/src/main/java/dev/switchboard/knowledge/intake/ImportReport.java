package dev.switchboard.knowledge.intake;

import java.util.List;

/**
 * What an import did, by the ids of the articles.
 *
 * @param added stored for the first time
 * @param changed stored as a new version, archived ones that came back among them
 * @param unchanged already stored as they are
 * @param vanished stored from the same source once, and no longer in it
 * @param archived those of the vanished that were archived by this import
 * @param problems what could not be read or stored
 */
public record ImportReport(
    List<String> added,
    List<String> changed,
    List<String> unchanged,
    List<String> vanished,
    List<String> archived,
    List<Problem> problems) {

  public ImportReport {
    added = List.copyOf(added);
    changed = List.copyOf(changed);
    unchanged = List.copyOf(unchanged);
    vanished = List.copyOf(vanished);
    archived = List.copyOf(archived);
    problems = List.copyOf(problems);
  }
}
