package dev.switchboard.bot.store;

import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.DigestOutputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * Bytes too many for the database, as files in one folder: {@code switchboard.files}, which is
 * {@code files} in the data folder unless set. Processes that share a database share the folder.
 *
 * <p>A file is there in full or not at all, also after a crash.
 */
@Singleton
public final class FileStore {
  private static final String UNFINISHED = ".part";
  // What is left is for the database, which has to go on.
  private static final long LEAST_ROOM = 64L << 20;

  private final Path folder;
  private final Clock clock;
  private final RandomGenerator random;

  FileStore(
      @Property(name = "switchboard.files") String folder, Clock clock, RandomGenerator random) {
    this.folder = Path.of(folder).toAbsolutePath().normalize();
    this.clock = clock;
    this.random = random;
  }

  /** Bytes that are written when there is somewhere to write them to. */
  @FunctionalInterface
  public interface Content {
    /** Writes all of them. */
    void writeTo(OutputStream out) throws IOException;
  }

  /**
   * What was kept.
   *
   * @param size in bytes
   * @param sha256 of the bytes, hex
   */
  public record Kept(long size, String sha256) {}

  /**
   * Keeps the bytes and returns when they survive a crash.
   *
   * @param name letters, digits and hyphens; nothing may be kept under it yet
   * @throws StoreUnavailable when the folder cannot be written, or its disk is full
   */
  public Kept keep(String name, Content content) {
    var unfinished = unfinished();
    try {
      var kept = write(unfinished, content);
      Files.setLastModifiedTime(unfinished, FileTime.from(clock.instant()));
      Files.move(unfinished, path(name), StandardCopyOption.ATOMIC_MOVE);
      sync(folder);
      return kept;
    } catch (IOException fault) {
      discard(unfinished);
      throw unavailable("a file could not be kept", fault);
    }
  }

  private Kept write(Path file, Content content) throws IOException {
    var digest = Sha256.begin();
    try (var out = new DigestOutputStream(Files.newOutputStream(file), digest)) {
      content.writeTo(out);
    }
    sync(file);
    return new Kept(Files.size(file), HexFormat.of().formatHex(digest.digest()));
  }

  // A folder has to be synced too, or its new entry may be gone after a crash.
  private static void sync(Path path) throws IOException {
    try (var channel = FileChannel.open(path, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  /**
   * Puts bytes aside that are not checked yet. They do not survive a crash, and whoever asked for
   * them deletes them.
   *
   * @param most how many are read; when there are more, the file has one more
   * @throws IOException when the source breaks off
   * @throws StoreUnavailable when the folder cannot be written, or its disk is full
   */
  public Path aside(InputStream source, long most) throws IOException {
    var file = unfinished();
    try (var out = opened(file)) {
      var buffer = new byte[16 * 1024];
      for (long room = most + 1; room > 0; ) {
        int read = source.read(buffer, 0, (int) Math.min(buffer.length, room));
        if (read < 0) {
          break;
        }
        written(out, buffer, read);
        room -= read;
      }
    } catch (IOException | RuntimeException fault) {
      discard(file);
      throw fault;
    }
    return file;
  }

  private static OutputStream opened(Path file) {
    try {
      return Files.newOutputStream(file);
    } catch (IOException fault) {
      throw unavailable("a file could not be put aside", fault);
    }
  }

  private static void written(OutputStream out, byte[] buffer, int length) {
    try {
      out.write(buffer, 0, length);
    } catch (IOException fault) {
      throw unavailable("a file could not be put aside", fault);
    }
  }

  /** The file of that name, which may be missing. */
  public Optional<Path> find(String name) {
    return Optional.of(path(name)).filter(Files::isRegularFile);
  }

  /** Deletes what is kept under the name, if anything is. */
  public void remove(String name) {
    discard(path(name));
  }

  /** Deletes a file that was put aside. */
  public void discard(Path aside) {
    try {
      Files.deleteIfExists(aside);
    } catch (IOException fault) {
      throw unavailable("a file could not be deleted", fault);
    }
  }

  /**
   * The names of all that was kept, or begun.
   *
   * @param from how long ago at most
   * @param to how long ago at least
   */
  public List<String> between(Instant from, Instant to) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var entries = Files.list(folder)) {
      return entries
          .filter(file -> isWithin(changed(file), from, to))
          .map(FileStore::name)
          .toList();
    } catch (IOException fault) {
      throw unavailable("the files could not be listed", fault);
    }
  }

  private static boolean isWithin(Instant time, Instant from, Instant to) {
    return !time.isBefore(from) && time.isBefore(to);
  }

  private static Instant changed(Path file) {
    try {
      return Files.getLastModifiedTime(file).toInstant();
    } catch (NoSuchFileException gone) {
      return Instant.MAX;
    } catch (IOException fault) {
      throw unavailable("a file could not be looked at", fault);
    }
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }

  private Path unfinished() {
    try {
      Files.createDirectories(folder);
      if (Files.getFileStore(folder).getUsableSpace() < LEAST_ROOM) {
        throw new StoreUnavailable("the disk with the files is full: " + folder);
      }
    } catch (IOException fault) {
      throw unavailable("the folder of the files cannot be used", fault);
    }
    return folder.resolve(new UUID(random.nextLong(), random.nextLong()) + UNFINISHED);
  }

  private Path path(String name) {
    if (!name.matches("[A-Za-z0-9-]{1,64}(\\.part)?")) {
      throw new IllegalArgumentException("a file cannot be called so");
    }
    return folder.resolve(name);
  }

  private static StoreUnavailable unavailable(String what, IOException fault) {
    return new StoreUnavailable(what + ": " + fault.getMessage(), fault);
  }
}
