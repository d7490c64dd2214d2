package dev.switchboard.knowledge.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.knowledge.article.Article;
import dev.switchboard.knowledge.article.Article.Status;
import dev.switchboard.knowledge.intake.Import.Vanished;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportTest {
  private static final String HEAD = "id,question,variants,answer,tags\n";

  @TempDir Path temp;
  Folder folder;
  StoreStandIn store = new StoreStandIn();

  @BeforeEach
  void openFolder() {
    folder = new Folder(temp);
    folder.write("faq.csv", HEAD + "a,Q,,A,\nb,Q,,B,\n");
    folder.write("page.md", "Text");
  }

  @Test
  void addsWhatIsNew() {
    ImportReport report = bring(Vanished.REPORT);

    assertThat(report.added()).containsExactly("a", "b", "page");
    assertThat(store.all()).extracting(Article::version).containsOnly(1);
  }

  @Test
  void changesNothingTheSecondTime() {
    bring(Vanished.REPORT);
    long revision = store.revision();

    ImportReport report = bring(Vanished.ARCHIVE);

    assertThat(report.unchanged()).containsExactly("a", "b", "page");
    assertThat(report.vanished()).isEmpty();
    assertThat(store.revision()).isEqualTo(revision);
  }

  @Test
  void storesOnlyWhatDiffersAsANewVersion() {
    bring(Vanished.REPORT);
    folder.write("faq.csv", HEAD + "a,Q,,A,\nb,Q,,Better,\nc,Q,,C,\n");

    ImportReport report = bring(Vanished.REPORT);

    assertThat(report.changed()).containsExactly("b");
    assertThat(report.added()).containsExactly("c");
    assertThat(store.history("b")).hasSize(2);
    assertThat(store.history("a")).hasSize(1);
  }

  @Test
  void reportsWhatVanishedAndArchivesItOnlyWhenAskedTo() throws IOException {
    bring(Vanished.REPORT);
    folder.write("faq.csv", HEAD + "a,Q,,A,\n");
    Files.delete(temp.resolve("page.md"));

    ImportReport report = bring(Vanished.REPORT);
    assertThat(report.vanished()).containsExactly("b", "page");
    assertThat(report.archived()).isEmpty();
    assertThat(status("b")).isEqualTo(Status.PUBLISHED);

    assertThat(bring(Vanished.ARCHIVE).archived()).containsExactly("b", "page");
    assertThat(status("b")).isEqualTo(Status.ARCHIVED);
    assertThat(bring(Vanished.ARCHIVE).vanished()).isEmpty();
  }

  @Test
  void bringsBackWhatWasArchived() throws IOException {
    bring(Vanished.REPORT);
    Files.delete(temp.resolve("page.md"));
    bring(Vanished.ARCHIVE);
    folder.write("page.md", "Text");

    assertThat(bring(Vanished.REPORT).changed()).containsExactly("page");
    assertThat(status("page")).isEqualTo(Status.PUBLISHED);
  }

  @Test
  void takesNothingAwayForAFileThatIsBroken() {
    bring(Vanished.REPORT);
    folder.write("faq.csv", HEAD + "a,Q,,A,\nb,Q,,,\n");

    ImportReport report = bring(Vanished.ARCHIVE);

    assertThat(report.problems()).hasSize(1);
    assertThat(report.vanished()).isEmpty();
    assertThat(store.all()).extracting(Article::status).containsOnly(Status.PUBLISHED);
  }

  @Test
  void leavesAloneWhatComesFromElsewhere(@TempDir Path other) {
    new Folder(other).write("other.md", "Other");
    new Import(store).bring(Folder.READER.read(other), Vanished.ARCHIVE);

    assertThat(bring(Vanished.ARCHIVE).vanished()).isEmpty();
    assertThat(status("other")).isEqualTo(Status.PUBLISHED);
  }

  @Test
  void aSingleFileOfTheFolderHasTheSameSource() {
    bring(Vanished.REPORT);

    Harvest alone = Folder.READER.read(temp.resolve("faq.csv"));

    assertThat(new Import(store).bring(alone, Vanished.REPORT).unchanged())
        .containsExactly("a", "b");
  }

  @Test
  void goesOnFromAVersionThatSomebodyStoredMeanwhile() {
    bring(Vanished.REPORT);
    folder.write("page.md", "New text");
    store.beforeNextSave(() -> store.save(store.find("page").orElseThrow().as(Status.DRAFT)));

    ImportReport report = bring(Vanished.REPORT);

    assertThat(report.changed()).containsExactly("page");
    assertThat(store.history("page")).hasSize(3);
    assertThat(store.find("page").orElseThrow().content().body()).isEqualTo("New text");
  }

  private ImportReport bring(Vanished vanished) {
    return new Import(store).bring(folder.read(), vanished);
  }

  private Status status(String id) {
    return store.find(id).orElseThrow().status();
  }
}
