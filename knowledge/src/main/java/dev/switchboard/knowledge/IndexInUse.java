package dev.switchboard.knowledge;

import java.nio.file.Path;

/** Another process has the index in the data folder open; the message is for the operator. */
public final class IndexInUse extends RuntimeException {
  private static final long serialVersionUID = 1;

  IndexInUse(Path folder, Throwable cause) {
    super(
        "The index in %s is in use by another Switchboard: give each its own data folder."
            .formatted(folder),
        cause);
  }
}
