package dev.switchboard.knowledge.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** Reads only files that have changed since they were last read; for one thread. */
final class RememberedFiles implements Function<Path, Yield> {
  private final Function<Path, Yield> file;
  private Map<Path, Remembered> before = new HashMap<>();
  private Map<Path, Remembered> now = new HashMap<>();
  private boolean changed;

  RememberedFiles(Function<Path, Yield> file) {
    this.file = file;
  }

  private record Stamp(long size, FileTime modified, String key) {}

  private record Remembered(Stamp stamp, Yield given) {}

  /** Forgets the files that the last reading no longer came across. */
  void begin() {
    before = now;
    now = new HashMap<>();
    changed = false;
  }

  /** Whether, since {@link #begin()}, a file was read anew or one is missing. */
  boolean anythingChanged() {
    return changed || !now.keySet().equals(before.keySet());
  }

  @Override
  public Yield apply(Path path) {
    Stamp stamp = stamp(path);
    Remembered known = before.get(path);
    if (known == null || !known.stamp().equals(stamp)) {
      known = new Remembered(stamp, file.apply(path));
      changed = true;
    }
    now.put(path, known);
    return known.given();
  }

  // Taken before the file is read: what is written meanwhile has a newer stamp and is read again.
  private static Stamp stamp(Path path) {
    try {
      var attributes = Files.readAttributes(path, BasicFileAttributes.class);
      return new Stamp(
          attributes.size(), attributes.lastModifiedTime(), String.valueOf(attributes.fileKey()));
    } catch (IOException e) {
      return new Stamp(-1, FileTime.fromMillis(0), "");
    }
  }
}
