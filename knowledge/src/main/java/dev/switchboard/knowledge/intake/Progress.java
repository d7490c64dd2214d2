package dev.switchboard.knowledge.intake;

/** Hears how far a reading or an import has come. */
@FunctionalInterface
public interface Progress {

  /** Hears nothing. */
  Progress SILENT = (done, total) -> {};

  /**
   * Called after each file, in the thread that works.
   *
   * @param done files done, from 1
   * @param total files in all, as far as known
   */
  void files(int done, int total);
}
