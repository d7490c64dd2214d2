package dev.switchboard.app.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/** Work done by several threads at once. */
public final class Together {

  private Together() {}

  /** Returns what each has made when all are done, one thread for each. */
  public static <T> List<T> run(List<Callable<T>> work) {
    try (var threads = Executors.newFixedThreadPool(work.size())) {
      var made = new ArrayList<T>();
      for (var done : threads.invokeAll(work)) {
        made.add(done.get());
      }
      return made;
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while measuring", stop);
    } catch (ExecutionException fault) {
      throw new IllegalStateException("a caller failed", fault.getCause());
    }
  }
}
