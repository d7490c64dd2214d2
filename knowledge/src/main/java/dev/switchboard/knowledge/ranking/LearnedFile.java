package dev.switchboard.knowledge.ranking;

import dev.switchboard.knowledge.index.Snapshot;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps in a file what was learned, so that a start with the same wordings need not learn again. A
 * file that is missing, damaged, of another format or learned from other wordings counts for
 * nothing, and one that cannot be written costs the next start some seconds: neither is a failure.
 */
public final class LearnedFile {
  private static final Logger LOG = LoggerFactory.getLogger(LearnedFile.class);

  /** Grows with every change of how is learned and of how it is written down. */
  private static final int FORMAT = 1;

  private static final int BUFFER = 1 << 16;

  private final Path file;
  private final Function<Snapshot, Optional<ExampleClassifier>> training;

  /** Kept in that file, which may be missing, in a folder that is there. */
  public LearnedFile(Path file) {
    this(file, ExampleClassifier::train);
  }

  LearnedFile(Path file, Function<Snapshot, Optional<ExampleClassifier>> training) {
    this.file = file;
    this.training = training;
  }

  /** What is to be learned from the index: from the file, or else learned now and kept. */
  public Optional<ExampleClassifier> of(Snapshot index) {
    var kept =
        Files.exists(file) ? read(Fingerprint.of(index)) : Optional.<ExampleClassifier>empty();
    if (kept.isPresent()) {
      return kept;
    }
    var learned = training.apply(index);
    learned.ifPresentOrElse(classifier -> write(Fingerprint.of(index), classifier), this::forget);
    return learned;
  }

  private Optional<ExampleClassifier> read(byte[] wordings) {
    try {
      return isSound() ? parse(wordings) : Optional.empty();
    } catch (IOException | RuntimeException damage) {
      LOG.warn("What was learned cannot be read from {}: {}", file, damage.toString());
      return Optional.empty();
    }
  }

  /** Whether the sum at the end fits: only then are the lengths in it to be believed. */
  private boolean isSound() throws IOException {
    long left = Files.size(file) - Long.BYTES;
    var sum = new CRC32();
    try (var in = new DataInputStream(new CheckedInputStream(Files.newInputStream(file), sum))) {
      var buffer = new byte[BUFFER];
      for (; left > 0; left -= Math.min(left, BUFFER)) {
        in.readFully(buffer, 0, (int) Math.min(left, BUFFER));
      }
      long found = sum.getValue();
      return left == 0 && in.readLong() == found;
    }
  }

  private Optional<ExampleClassifier> parse(byte[] wordings) throws IOException {
    try (var in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER))) {
      boolean fits =
          in.readInt() == FORMAT && Arrays.equals(in.readNBytes(wordings.length), wordings);
      return fits ? Optional.of(ExampleClassifier.read(in)) : Optional.empty();
    }
  }

  private void write(byte[] wordings, ExampleClassifier learned) {
    var unfinished = file.resolveSibling(file.getFileName() + ".new");
    try {
      try (var channel =
          FileChannel.open(
              unfinished,
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.WRITE)) {
        write(Channels.newOutputStream(channel), wordings, learned);
        channel.force(true);
      }
      Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException fault) {
      LOG.warn("What was learned cannot be kept in {}: {}", file, fault.toString());
    }
  }

  private void forget() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException fault) {
      LOG.warn("What was learned before cannot be removed from {}: {}", file, fault.toString());
    }
  }

  private static void write(OutputStream to, byte[] wordings, ExampleClassifier learned)
      throws IOException {
    var sum = new CheckedOutputStream(new BufferedOutputStream(to, BUFFER), new CRC32());
    var out = new DataOutputStream(sum);
    out.writeInt(FORMAT);
    out.write(wordings);
    learned.write(out);
    out.writeLong(sum.getChecksum().getValue());
    out.flush();
  }
}
