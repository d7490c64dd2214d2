package dev.switchboard.app.operation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The room that is left where the data folder lies. */
record DiskRoom(Path folder) {
  private static final long MB = 1 << 20;
  private static final long LEAST = 256 * MB;
  private static final int LEAST_PERCENT = 5;

  /** What is wrong, when the disk is nearly full or cannot be asked. */
  Optional<String> shortage() {
    try {
      var disk = Files.getFileStore(folder);
      return shortage(disk.getUsableSpace(), disk.getTotalSpace());
    } catch (IOException fault) {
      return Optional.of("the data folder cannot be reached: " + fault);
    }
  }

  /** What is wrong with so many bytes of so many being free. */
  static Optional<String> shortage(long free, long total) {
    long least = Math.max(LEAST, total / 100 * LEAST_PERCENT);
    return free >= least
        ? Optional.empty()
        : Optional.of(
            "the disk with the data folder is nearly full: %d MB are free, %d MB are needed"
                .formatted(free / MB, least / MB));
  }
}
