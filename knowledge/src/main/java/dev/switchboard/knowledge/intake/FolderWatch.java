package dev.switchboard.knowledge.intake;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Path;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Imports a folder, or a file, again whenever something in it changes, until it is closed.
 *
 * <p>A change is imported within a second. Should the operating system miss one, a slow look at
 * everything finds it. A bad file is a problem in the report and stops nothing.
 */
public final class FolderWatch implements AutoCloseable {
  // A save comes as several events, and editors write a file in pieces.
  private static final Duration QUIET = Duration.ofMillis(200);
  private static final int MAX_QUIET_WAITS = 3;

  private final FolderImport folder;
  private final Listener listener;
  private final Duration poll;
  private final WatchService events;
  private final Thread thread;

  /** Hears of imports; called in the watch's own thread. */
  public interface Listener {

    /** Something had changed and was imported. */
    void imported(ImportReport report);

    /** The import failed as a whole, for instance in the store; it is tried again. */
    void failed(Exception fault);
  }

  /**
   * Imports once and then watches.
   *
   * @param path a folder or a file
   * @param vanished what becomes of the articles of removed files
   * @param poll how long at most a missed change goes unnoticed, for instance a minute
   * @throws IOException when the path cannot be watched at all
   */
  public FolderWatch(
      Path path,
      KnowledgeReader reader,
      Import store,
      Import.Vanished vanished,
      Duration poll,
      Listener listener)
      throws IOException {
    Path root = Sources.real(path);
    this.events = root.getFileSystem().newWatchService();
    this.folder = new FolderImport(root, reader, store, vanished, events);
    this.poll = poll;
    this.listener = listener;
    this.thread = Thread.ofPlatform().daemon().name("folder-watch").start(this::watch);
  }

  private void watch() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        look();
        await();
      }
    } catch (ClosedWatchServiceException | InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @SuppressWarnings("IllegalCatch")
  private void look() {
    try {
      folder.look().ifPresent(listener::imported);
    } catch (ClosedWatchServiceException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      listener.failed(e);
    }
  }

  private void await() throws InterruptedException {
    @Nullable WatchKey key = events.poll(poll.toMillis(), MILLISECONDS);
    for (int i = 0; key != null && i < MAX_QUIET_WAITS; i++) {
      take(key);
      key = events.poll(QUIET.toMillis(), MILLISECONDS);
    }
    if (key != null) {
      take(key);
    }
  }

  // Which file it was does not matter: the look finds out, and misses none when events got lost.
  private void take(WatchKey key) {
    key.pollEvents();
    if (!key.reset()) {
      folder.forget(key);
    }
  }

  /** Stops watching; an import that is under way is finished first. */
  @Override
  public void close() throws IOException {
    events.close();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
