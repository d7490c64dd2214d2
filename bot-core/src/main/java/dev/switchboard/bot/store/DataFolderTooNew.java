package dev.switchboard.bot.store;

/** A newer version of the product has written the database. */
public final class DataFolderTooNew extends StoreRefused {
  private static final long serialVersionUID = 1;

  DataFolderTooNew(String place, String schema) {
    super(
        ("%s was written by a newer Switchboard (schema version %s): start that version or a later"
                + " one, nothing was changed.")
            .formatted(place, schema));
  }
}
