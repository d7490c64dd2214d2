package dev.switchboard.knowledge.intake;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_DELETE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_MODIFY;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A folder and its import so far; for the one thread that watches it. */
final class FolderImport {
  private final Path root;
  private final KnowledgeReader reader;
  private final Import store;
  private final Import.Vanished vanished;
  private final WatchService events;
  private final RememberedFiles files = new RememberedFiles(new LocalFile());
  private final Map<Path, WatchKey> watched = new HashMap<>();
  private boolean isDue = true;

  FolderImport(
      Path root,
      KnowledgeReader reader,
      Import store,
      Import.Vanished vanished,
      WatchService events) {
    this.root = root;
    this.reader = reader;
    this.store = store;
    this.vanished = vanished;
    this.events = events;
  }

  /** Imports everything if anything has changed since the last look. */
  Optional<ImportReport> look() throws IOException {
    // First watch, then read: so nothing falls between the two.
    watchNewFolders();
    files.begin();
    Harvest harvest = reader.read(root, files, Progress.SILENT);
    isDue |= files.anythingChanged();
    return isDue ? Optional.of(bring(harvest)) : Optional.empty();
  }

  private ImportReport bring(Harvest harvest) {
    ImportReport report = store.bring(harvest, vanished);
    isDue = false;
    return report;
  }

  void forget(WatchKey key) {
    watched.values().remove(key);
  }

  private void watchNewFolders() throws IOException {
    for (Path folder : folders()) {
      if (!watched.containsKey(folder)) {
        watched.put(folder, folder.register(events, ENTRY_CREATE, ENTRY_MODIFY, ENTRY_DELETE));
      }
    }
  }

  private List<Path> folders() throws IOException {
    return Files.isDirectory(root) ? FolderWalk.of(root).folders() : List.of(root.getParent());
  }
}
