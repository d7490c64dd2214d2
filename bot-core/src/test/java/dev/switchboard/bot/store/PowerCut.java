package dev.switchboard.bot.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.h2.store.fs.FilePathWrapper;

/**
 * H2's files on a disk whose power is cut.
 *
 * <p>The disk has what was forced to it. Of the writes after that, it has any: all, none, some that
 * came later without those before, and where it tears, only the first bytes of one.
 */
public final class PowerCut extends FilePathWrapper {
  private static final Map<String, Image> DISK = new HashMap<>();
  private static long writesLeft;
  private static boolean off;

  /** Begins with an empty disk, whose power is on. */
  static synchronized void begin() {
    DISK.clear();
    off = false;
    writesLeft = Long.MAX_VALUE;
  }

  /** Lets so many writes pass before the power goes off. */
  static synchronized void after(long writes) {
    writesLeft = writes;
  }

  static synchronized boolean isOff() {
    return off;
  }

  /** Puts what the disk has kept into a folder, under the files' own names. */
  static synchronized void restore(Path folder, RandomGenerator random, boolean tears)
      throws IOException {
    Files.createDirectories(folder);
    for (var file : DISK.entrySet()) {
      var name = Path.of(file.getKey()).getFileName();
      Files.write(folder.resolve(name), file.getValue().after(random, tears));
    }
  }

  private static synchronized void change(String name, Write write, FileChannel file)
      throws IOException {
    if (off || --writesLeft < 0) {
      off = true;
      throw new IOException("the power is off");
    }
    DISK.computeIfAbsent(name, _ -> new Image()).unforced.add(write);
    write.on(file);
  }

  private static synchronized void force(String name, FileChannel file) throws IOException {
    if (off) {
      throw new IOException("the power is off");
    }
    file.force(true);
    DISK.computeIfAbsent(name, _ -> new Image()).force();
  }

  @Override
  public String getScheme() {
    return "cut";
  }

  @Override
  public FileChannel open(String mode) throws IOException {
    return new Cut(unwrap().toString(), super.open(mode));
  }

  /** Bytes at a place, or without bytes a new end of the file. */
  private record Write(long position, byte[] bytes) {
    void on(FileChannel file) throws IOException {
      if (bytes.length == 0) {
        file.truncate(position);
      } else {
        file.write(ByteBuffer.wrap(bytes), position);
      }
    }

    Write torn(RandomGenerator random) {
      return bytes.length == 0
          ? this
          : new Write(position, Arrays.copyOf(bytes, 1 + random.nextInt(bytes.length)));
    }

    byte[] on(byte[] file) {
      if (bytes.length == 0) {
        return Arrays.copyOf(file, (int) Math.min(file.length, position));
      }
      int end = Math.toIntExact(position + bytes.length);
      var changed = end > file.length ? Arrays.copyOf(file, end) : file;
      System.arraycopy(bytes, 0, changed, (int) position, bytes.length);
      return changed;
    }
  }

  private static final class Image {
    private byte[] forced = {};
    private final List<Write> unforced = new ArrayList<>();

    void force() {
      unforced.forEach(write -> forced = write.on(forced));
      unforced.clear();
    }

    byte[] after(RandomGenerator random, boolean tears) {
      var kept = forced.clone();
      double share = random.nextDouble();
      for (var write : unforced) {
        if (random.nextDouble() < share) {
          kept = (tears && random.nextInt(4) == 0 ? write.torn(random) : write).on(kept);
        }
      }
      return kept;
    }
  }

  private static final class Cut extends ForwardedFile {
    private final String name;

    Cut(String name, FileChannel file) {
      super(file);
      this.name = name;
    }

    @Override
    public int write(ByteBuffer source, long position) throws IOException {
      var bytes = new byte[source.remaining()];
      source.get(bytes);
      change(name, new Write(position, bytes), file);
      return bytes.length;
    }

    @Override
    protected void implTruncate(long size) throws IOException {
      change(name, new Write(size, new byte[0]), file);
    }

    @Override
    public void force(boolean metadata) throws IOException {
      PowerCut.force(name, file);
    }
  }
}
