package dev.switchboard.knowledge.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.switchboard.knowledge.article.Article;
import dev.switchboard.knowledge.article.Article.Status;
import dev.switchboard.knowledge.intake.Import.Vanished;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderWatchTest {
  @TempDir Path temp;
  Folder folder;
  StoreStandIn store = new StoreStandIn();
  List<ImportReport> reports = new CopyOnWriteArrayList<>();
  List<Exception> faults = new CopyOnWriteArrayList<>();
  FolderWatch watch;

  @BeforeEach
  void startWatching() throws IOException {
    folder = new Folder(temp);
    folder.write("first.md", "First");
    watch = watch(temp, Duration.ofHours(1));
    await().until(() -> !reports.isEmpty());
  }

  @AfterEach
  void stopWatching() throws IOException {
    watch.close();
  }

  @Test
  void importsWhatIsThereAtTheBeginning() {
    assertThat(reports.getFirst().added()).containsExactly("first");
  }

  @Test
  void importsAddedEditedAndRemovedFilesAtOnce() throws IOException {
    Path file = folder.write("second.md", "One");
    awaitBody("second", "One");

    folder.write("second.md", "Two!");
    awaitBody("second", "Two!");

    Files.delete(file);
    await().untilAsserted(() -> assertThat(newest("second").status()).isEqualTo(Status.ARCHIVED));
  }

  @Test
  void seesFilesInNewFolders() {
    folder.write("new/deeper/page.md", "Deep");
    awaitBody("page", "Deep");

    folder.write("new/deeper/page.md", "Deeper");
    awaitBody("page", "Deeper");
  }

  @Test
  void aBadFileIsAProblemAndStopsNothing() {
    folder.write("faq.csv", "id,question,answer\na,Q,\"half of");
    await()
        .untilAsserted(() -> assertThat(reports).anyMatch(report -> report.problems().size() == 1));

    folder.write("faq.csv", "id,question,answer\na,Q,whole\n");
    awaitBody("a", "whole");
    assertThat(faults).isEmpty();
  }

  @Test
  void aFaultOfTheStoreIsReportedAndTriedAgain() {
    store.beforeNextSave(() -> {
      throw new IllegalStateException("the store is away");
    });
    folder.write("second.md", "One");
    await().until(() -> faults.size() == 1);

    folder.write("third.md", "Three");
    awaitBody("second", "One");
    awaitBody("third", "Three");
  }

  @Test
  void aSlowLookFindsWhatNoEventTold(@TempDir Path other) throws IOException {
    // The hidden folder is not watched, so no event comes out of it.
    Path target = new Folder(other).write(".data/real.md", "Old");
    Files.createSymbolicLink(other.resolve("in.md"), target);
    try (FolderWatch polling = watch(other, Duration.ofMillis(100))) {
      awaitBody("in", "Old");
      Files.writeString(target, "Newer");
      awaitBody("in", "Newer");
      assertThat(polling).isNotNull();
    }
  }

  @Test
  void watchesASingleFile(@TempDir Path other) throws IOException {
    Path file = new Folder(other).write("faq.csv", "id,question,answer\nsingle,Q,One\n");
    try (FolderWatch single = watch(file, Duration.ofHours(1))) {
      awaitBody("single", "One");
      Files.writeString(file, "id,question,answer\nsingle,Q,Other\n");
      awaitBody("single", "Other");
      assertThat(single).isNotNull();
    }
  }

  private FolderWatch watch(Path path, Duration poll) throws IOException {
    return new FolderWatch(
        path,
        Folder.READER,
        new Import(store),
        Vanished.ARCHIVE,
        poll,
        new FolderWatch.Listener() {
          @Override
          public void imported(ImportReport report) {
            reports.add(report);
          }

          @Override
          public void failed(Exception fault) {
            faults.add(fault);
          }
        });
  }

  private void awaitBody(String id, String body) {
    await()
        .untilAsserted(() ->
            assertThat(store.find(id))
                .hasValueSatisfying(
                    article -> assertThat(article.content().body()).isEqualTo(body)));
  }

  private Article newest(String id) {
    return store.find(id).orElseThrow();
  }
}
