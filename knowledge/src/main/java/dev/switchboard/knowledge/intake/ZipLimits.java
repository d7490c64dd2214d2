package dev.switchboard.knowledge.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Tells a document from a zip bomb by unpacking it into nothing, up to a limit. */
final class ZipLimits {
  private static final int MAX_ENTRIES = 1_000;
  private static final long MAX_INFLATED = 100L << 20;
  // Text shrinks to a tenth; a hundredth is made to hurt. Small parts may be monotonous.
  private static final int MAX_RATIO = 100;
  private static final long SMALL = 1 << 20;

  private ZipLimits() {}

  static boolean exceededBy(Path file) throws IOException {
    try (var zip = new ZipFile(file.toFile())) {
      if (zip.size() > MAX_ENTRIES) {
        return true;
      }
      long left = MAX_INFLATED;
      for (ZipEntry entry : Collections.list(zip.entries())) {
        long inflated = inflated(zip, entry, left);
        left -= inflated;
        if (left < 0 || (inflated > SMALL && inflated / MAX_RATIO > entry.getCompressedSize())) {
          return true;
        }
      }
      return false;
    }
  }

  // The sizes in the directory are claims: only what really comes out counts.
  private static long inflated(ZipFile zip, ZipEntry entry, long limit) throws IOException {
    var buffer = new byte[1 << 16];
    long count = 0;
    try (InputStream in = zip.getInputStream(entry)) {
      for (int n = in.read(buffer); n >= 0 && count <= limit; n = in.read(buffer)) {
        count += n;
      }
    }
    return count;
  }
}
