package dev.switchboard.knowledge.intake;

import dev.switchboard.knowledge.article.Articles;

/**
 * Brings what was read into the store.
 *
 * <p>The same harvest again changes nothing. Each file is stored as a whole or not at all. Safe for
 * use by many threads: of two imports of the same article at once, one follows the other.
 */
public final class Import {
  private final Articles articles;

  /** What becomes of articles that are no longer in their source. */
  public enum Vanished {
    /** They stay as they are and are named in the report. */
    REPORT,
    /** They are archived. */
    ARCHIVE
  }

  /** An import into the store. */
  public Import(Articles articles) {
    this.articles = articles;
  }

  /** Stores what is new or different in the harvest. */
  public ImportReport bring(Harvest harvest, Vanished vanished) {
    return bring(harvest, vanished, Progress.SILENT);
  }

  /** Stores as {@link #bring(Harvest, Vanished)} does and says how far it has come. */
  public ImportReport bring(Harvest harvest, Vanished vanished, Progress progress) {
    var storing = new Storing(articles, harvest);
    storing.storeAll(progress);
    storing.lookForVanished(vanished);
    return storing.report();
  }
}
