package dev.switchboard.bot.model;

import dev.switchboard.bot.model.ProviderFailure.Kind;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A stream that ends, with the reason, when it brings nothing for too long, or too much. */
final class WatchedStream extends FilterInputStream {
  private static final ScheduledExecutorService CLOCK =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("model-stream-watch").factory());

  private final Duration first;
  private final Duration next;
  private final long most;
  private long count;
  private volatile @Nullable ProviderFailure failure;

  /**
   * Watches a stream.
   *
   * @param first how long the first bytes may take
   * @param next how long every further bytes may take
   * @param most how many there may be
   */
  WatchedStream(InputStream in, Duration first, Duration next, long most) {
    super(in);
    this.first = first;
    this.next = next;
    this.most = most;
  }

  /** Why it ended, when it was not the other side that ended it. */
  Optional<ProviderFailure> failure() {
    return Optional.ofNullable(failure);
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    int read = read(one, 0, 1);
    return read < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    boolean begun = count > 0;
    var wait = begun ? next : first;
    var watch = CLOCK.schedule(() -> stop(begun), wait.toMillis(), TimeUnit.MILLISECONDS);
    try {
      int read = super.read(into, from, length);
      counted(read);
      return read;
    } catch (IOException broken) {
      var known = failure;
      if (known != null) {
        throw new IOException(known);
      }
      var cut = new ProviderFailure(Kind.CUT, "the provider broke the answer off");
      failure = cut;
      throw new IOException(cut);
    } finally {
      watch.cancel(false);
    }
  }

  private void counted(int read) throws IOException {
    var known = failure;
    if (known != null) {
      throw new IOException(known);
    }
    count += Math.max(0, read);
    if (count > most) {
      var tooMuch = new ProviderFailure(Kind.GARBAGE, "the answer is larger than any answer");
      failure = tooMuch;
      throw new IOException(tooMuch);
    }
  }

  private void stop(boolean begun) {
    failure =
        begun
            ? new ProviderFailure(Kind.STALLED, "the provider fell silent in the middle")
            : new ProviderFailure(Kind.SLOW, "the provider did not begin to answer in time");
    try {
      in.close();
    } catch (IOException closed) {
      // It is of no use any more either way.
    }
  }
}
