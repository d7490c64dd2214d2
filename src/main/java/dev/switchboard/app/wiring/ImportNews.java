package dev.switchboard.app.wiring;

import dev.switchboard.knowledge.intake.FolderWatch;
import dev.switchboard.knowledge.intake.ImportReport;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/** Tells, a line at a time, what came of the imports of watched files. */
final class ImportNews implements FolderWatch.Listener {
  private final Consumer<String> tell;
  private final CountDownLatch first = new CountDownLatch(1);

  ImportNews(Consumer<String> tell) {
    this.tell = tell;
  }

  @Override
  public void imported(ImportReport report) {
    report.problems().forEach(problem -> tell.accept(problem.text()));
    if (!isFirst()) {
      tell.accept(
          "The knowledge changed: added %d, changed %d, removed %d"
              .formatted(report.added().size(), report.changed().size(), report.archived().size()));
    }
    first.countDown();
  }

  @Override
  public void failed(Exception fault) {
    tell.accept("The knowledge cannot be taken in: " + fault + "; it is tried again");
    first.countDown();
  }

  private boolean isFirst() {
    return first.getCount() > 0;
  }

  /** Waits for the first of them. */
  void awaitFirst() {
    try {
      first.await();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }
}
