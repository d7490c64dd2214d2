package dev.switchboard.bot.store;

import java.nio.file.Path;

/** Another process has the database in the data folder open. */
public final class DataFolderInUse extends StoreRefused {
  private static final long serialVersionUID = 1;

  DataFolderInUse(Path folder) {
    super(
        ("The data folder %s is in use by another Switchboard:"
                + " stop that one or choose another folder.")
            .formatted(folder));
  }
}
