package dev.switchboard.app.cli;

import dev.switchboard.knowledge.intake.ImportReport;

/** What imports did, in numbers of articles. */
record Imported(int added, int changed, int unchanged, int vanished, int archived, int problems) {
  static final Imported NOTHING = new Imported(0, 0, 0, 0, 0, 0);

  static Imported of(ImportReport report) {
    return new Imported(
        report.added().size(),
        report.changed().size(),
        report.unchanged().size(),
        report.vanished().size(),
        report.archived().size(),
        report.problems().size());
  }

  Imported and(Imported other) {
    return new Imported(
        added + other.added,
        changed + other.changed,
        unchanged + other.unchanged,
        vanished + other.vanished,
        archived + other.archived,
        problems + other.problems);
  }

  /** All of it in one line. */
  String summary() {
    return "added %d, changed %d, unchanged %d, vanished %d%s%s"
        .formatted(added, changed, unchanged, vanished, fate(), left());
  }

  private String fate() {
    if (vanished == 0) {
      return "";
    }
    return archived == 0
        ? " (not archived; --prune archives them)"
        : " (%d archived)".formatted(archived);
  }

  private String left() {
    return problems == 0 ? "" : ", problems %d".formatted(problems);
  }
}
