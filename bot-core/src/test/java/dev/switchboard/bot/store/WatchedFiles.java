package dev.switchboard.bot.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.h2.store.fs.FilePathWrapper;

/** H2's files on a disk that may be full, with a look at what has not been forced to it. */
public final class WatchedFiles extends FilePathWrapper {
  static final AtomicLong UNFORCED = new AtomicLong();
  static final AtomicBoolean FULL = new AtomicBoolean();

  @Override
  public String getScheme() {
    return "watched";
  }

  @Override
  public FileChannel open(String mode) throws IOException {
    return new Watched(super.open(mode));
  }

  private static final class Watched extends ForwardedFile {
    Watched(FileChannel file) {
      super(file);
    }

    @Override
    public int write(ByteBuffer source, long position) throws IOException {
      if (FULL.get()) {
        throw new IOException("No space left on device");
      }
      UNFORCED.incrementAndGet();
      return file.write(source, position);
    }

    @Override
    public void force(boolean metadata) throws IOException {
      file.force(metadata);
      UNFORCED.set(0);
    }
  }
}
