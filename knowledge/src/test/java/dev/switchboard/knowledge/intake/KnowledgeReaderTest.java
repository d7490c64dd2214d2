package dev.switchboard.knowledge.intake;

import static dev.switchboard.knowledge.intake.Folder.onlyProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.switchboard.knowledge.article.Article;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnowledgeReaderTest {
  private static final String FAQ = "id,question,variants,answer,tags\na,Q,,A,\n";

  @TempDir Path temp;
  Folder folder;

  @BeforeEach
  void openFolder() {
    folder = new Folder(temp);
  }

  @Test
  void readsAFolderWithAllFoldersBelowSortedByName() {
    folder.write("z.md", "Zed");
    folder.write("b/deep/c.txt", "Sea");
    folder.write("a.csv", FAQ.replace("a,Q", "faq,Q"));

    Harvest harvest = folder.read();

    assertThat(harvest.articles()).extracting(Article::id).containsExactly("faq", "c", "z");
    assertThat(harvest.problems()).isEmpty();
    assertThat(harvest.articles())
        .allSatisfy(article -> assertThat(article.source()).startsWith(harvest.source() + "/"));
  }

  @Test
  void leavesOutHiddenFilesAndListsThoseItCannotRead() {
    folder.write(".git/a.md", "x");
    folder.write("~$letter.docx", "x");
    folder.write(".secret.md", "x");
    folder.write("logo.png", "x");

    Harvest harvest = folder.read();

    assertThat(harvest.articles()).isEmpty();
    assertThat(harvest.problems()).isEmpty();
    assertThat(harvest.skipped())
        .singleElement()
        .satisfies(skipped -> assertThat(skipped.source()).endsWith("/logo.png"));
  }

  @Test
  void followsNoLinkOutOfTheFolder(@TempDir Path elsewhere) throws IOException {
    Path secret = Files.writeString(elsewhere.resolve("secret.md"), "secret");
    Files.createSymbolicLink(temp.resolve("out.md"), secret);
    Files.createSymbolicLink(temp.resolve("outside"), elsewhere);
    Files.createSymbolicLink(temp.resolve("loop"), temp);
    Files.createSymbolicLink(temp.resolve("in.md"), folder.write(".data/real.md", "real"));

    Harvest harvest = folder.read();

    assertThat(harvest.articles()).extracting(Article::id).containsExactly("in");
    assertThat(harvest.skipped()).hasSize(3);
  }

  @Test
  void oneBadFileLeavesTheOthersAlone() {
    folder.write("bad.csv", "nonsense");
    folder.write("good.md", "Good");

    Harvest harvest = folder.read();

    assertThat(harvest.articles()).extracting(Article::id).containsExactly("good");
    assertThat(harvest.problems()).hasSize(1);
  }

  @Test
  void namesBothFilesThatClaimTheSameId() {
    folder.write("a/returns.md", "First");
    folder.write("b/returns.html", "<p>Second</p>");

    Harvest harvest = folder.read();

    assertThat(harvest.articles())
        .singleElement()
        .satisfies(article -> assertThat(article.content().body()).isEqualTo("First"));
    assertThat(harvest.problems())
        .singleElement()
        .satisfies(problem -> {
          assertThat(problem.source()).endsWith("b/returns.html");
          assertThat(problem.reason())
              .isEqualTo(
                  "the id \"returns\" is already taken by %s; rename one of them"
                      .formatted(temp.resolve("a/returns.md")));
        });
  }

  @Test
  void saysThatAPathLeadsNowhere() {
    assertThat(onlyProblem(Folder.READER.read(temp.resolve("nothing.csv"))).reason())
        .isEqualTo("there is no such file or folder");
    assertThat(onlyProblem(Folder.READER.read(temp.resolve("no/thing"))).reason())
        .isEqualTo("there is no such file or folder");
  }

  @Test
  void namesAFileOfAnUnknownKindWhenItWasAskedForByName() {
    assertThat(onlyProblem(folder.read("logo.png", "x")).reason())
        .isEqualTo("it is none of CSV, JSONL, Markdown, HTML, text, PDF, DOCX");
  }

  @Test
  void saysThatPermissionsForbidReading() {
    assertThat(LocalFile.reason(new AccessDeniedException("x")))
        .isEqualTo("the file may not be read: its permissions forbid it");
  }

  @Test
  void namesFilesWhosePermissionsForbidReading() throws IOException {
    Path file = folder.write("a.md", "x");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
    assumeThat(Files.isReadable(file)).as("root may read everything").isFalse();

    assertThat(onlyProblem(folder.read()).reason()).contains("permissions forbid it");
  }

  @Test
  void readsTenThousandFiles() {
    for (int i = 0; i < 10_000; i++) {
      folder.write("d%d/page-%d.md".formatted(i % 100, i), "# Page " + i + "\n\nText.\n");
    }
    List<Integer> done = new ArrayList<>();

    Harvest harvest = Folder.READER.read(temp, (files, total) -> done.add(files));

    assertThat(harvest.articles()).hasSize(10_000);
    assertThat(done).hasSize(10_000).endsWith(10_000);
  }
}
