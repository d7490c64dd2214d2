package dev.switchboard.knowledge.intake;

import static dev.switchboard.knowledge.intake.Folder.onlyProblem;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.switchboard.knowledge.article.Article;
import dev.switchboard.knowledge.article.Content.Faq;
import dev.switchboard.knowledge.article.Validity;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvFaqsTest {
  private static final String HEAD = "id,question,variants,answer,tags\n";

  @TempDir Path temp;
  Folder folder;

  @BeforeEach
  void openFolder() {
    folder = new Folder(temp);
  }

  @Test
  void readsVariantsOnePerLineAndQuotedCells() {
    Harvest harvest =
        folder.read(
            "faq.csv",
            HEAD
                + "hours,When are you open?,\"opening hours\nare you open?\n\n\","
                + "\"Daily, \"\"9 to 5\"\".\",\"shop, visit\"\n");

    assertThat(harvest.problems()).isEmpty();
    Article article = harvest.articles().getFirst();
    assertThat(article.content())
        .isEqualTo(
            new Faq(
                "When are you open?",
                List.of("opening hours", "are you open?"),
                "Daily, \"9 to 5\"."));
    assertThat(article.tags()).containsExactlyInAnyOrder("shop", "visit");
    assertThat(article.locale()).isEqualTo(Locale.ROOT);
    assertThat(article.source()).startsWith("file:").endsWith("/faq.csv");
  }

  @Test
  void readsTheOptionalColumnsInAnyOrderAndCase() {
    Article article =
        folder
            .read(
                "faq.csv",
                "\uFEFFLocale,Answer,Question,ID,status,valid_from,valid_until,url,owner\r\n"
                    + "pt-BR,Sim,Pode?,a,draft,2026-01-01,2026-12-31,https://x.example/a,Ana\r\n")
            .articles()
            .getFirst();

    assertThat(article.locale()).isEqualTo(Locale.of("pt", "BR"));
    assertThat(article.status()).isEqualTo(Article.Status.DRAFT);
    assertThat(article.validity())
        .isEqualTo(new Validity(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31)));
    assertThat(article.url()).isEqualTo("https://x.example/a");
  }

  @Test
  void namesEveryBadRowAndTakesNoneOfTheGoodOnes() {
    Harvest harvest =
        folder.read(
            "faq.csv",
            HEAD
                + "a,Good?,,Yes,\n"
                + ",No id?,,Yes,\n"
                + "\n"
                + "b,\"Two\nlines?\",,,\n"
                + "c,Q,,A,t,too,many\n");

    assertThat(harvest.sheaves()).isEmpty();
    assertThat(harvest.problems())
        .extracting(Problem::line, Problem::column, Problem::reason)
        .containsExactly(
            tuple(3, "id", "the id is empty"),
            tuple(5, "answer", "the answer is empty"),
            tuple(
                7,
                "",
                "the row has 7 cells, the head 5; put a cell with a comma into quotation marks"));
    assertThat(harvest.problems().getFirst().text())
        .isEqualTo(temp.resolve("faq.csv") + ", line 3, column id: the id is empty");
  }

  @Test
  void namesWrongValuesOfOptionalColumns() {
    Harvest harvest =
        folder.read(
            "faq.csv",
            "id,question,answer,locale,status,valid_from,valid_until,url\n"
                + "a,Q,A,english,live,tomorrow,,javascript:alert(1)\n"
                + "b,Q,A,,,2026-02-01,2026-01-01,\n");

    assertThat(harvest.problems())
        .extracting(Problem::reason)
        .containsExactlyInAnyOrder(
            "\"english\" is not a language; write en, de or pt-BR",
            "\"live\" is none of published, draft, archived",
            "\"tomorrow\" is not a day; write it as 2026-12-31",
            "\"javascript:alert(1)\" is not an address that begins with https:// or http://",
            "the last day 2026-01-01 is before the first, 2026-02-01");
  }

  @Test
  void namesTheByteThatIsNotUtf8() {
    Problem problem =
        onlyProblem(folder.read("faq.csv", (HEAD + "a,Größe?,,Ja,\n").getBytes(ISO_8859_1)));

    assertThat(problem.line()).isEqualTo(2);
    assertThat(problem.reason()).startsWith("the file is not UTF-8: byte 38 cannot be read");
  }

  @Test
  void recognisesUtf16() {
    byte[] bytes = ("\uFEFF" + HEAD + "a,Q,,A,\n").getBytes(UTF_16LE);

    assertThat(onlyProblem(folder.read("faq.csv", bytes)).reason())
        .startsWith("the file is UTF-16; save it as UTF-8");
  }

  @Test
  void namesMissingColumns() {
    assertThat(onlyProblem(folder.read("faq.csv", "id,frage,text\n1,2,3\n")).reason())
        .startsWith("the head lacks question and answer");
  }

  @Test
  void recognisesOtherSeparators() {
    assertThat(onlyProblem(folder.read("faq.csv", "id;question;answer\na;b;c\n")).reason())
        .startsWith("the columns are not separated by commas");
  }

  @Test
  void refusesColumnsNamedTwice() {
    assertThat(onlyProblem(folder.read("faq.csv", "id,question,answer,answer\n")).reason())
        .isEqualTo("the head names a column twice");
  }

  @Test
  void refusesThousandsOfColumns() {
    assertThat(onlyProblem(folder.read("faq.csv", "id" + ",x".repeat(10_000) + "\n")).reason())
        .isEqualTo("the head names more than 200 columns");
  }

  @Test
  void namesBothLinesOfAnIdWithTwoAnswers() {
    Problem problem =
        onlyProblem(folder.read("faq.csv", HEAD + "a,Q1,,A1,\nb,Q2,,A2,\na,Q3,,A3,\n"));

    assertThat(problem.reason())
        .isEqualTo("the id \"a\" stands in line 2 and in line 4 with different answers");
  }

  @Test
  void takesAnIdRepeatedWithTheSameAnswerAsAnotherWording() {
    Harvest harvest = folder.read("faq.csv", HEAD + "a,Q1,v1,A,\na,Q2,v2,A,\n");

    assertThat(harvest.articles())
        .singleElement()
        .extracting(Article::content)
        .isEqualTo(new Faq("Q1", List.of("v1", "Q2", "v2"), "A"));
  }

  @Test
  void findsTheQuotationMarkThatIsNeverClosed() {
    Problem problem = onlyProblem(folder.read("faq.csv", HEAD + "a,Q,,A,\nb,\"Q,,A,\nc,Q,,A,\n"));

    assertThat(problem.line()).isEqualTo(3);
    assertThat(problem.reason()).contains("never closed");
  }

  @Test
  void findsTextAfterAClosingQuotationMark() {
    Problem problem = onlyProblem(folder.read("faq.csv", HEAD + "a,\"Q\" x,,A,\n"));

    assertThat(problem.line()).isEqualTo(2);
    assertThat(problem.reason()).contains("text follows");
  }

  @Test
  void refusesACellOfMoreThanAMillionCharacters() {
    Problem problem =
        onlyProblem(folder.read("faq.csv", HEAD + "a,Q,," + "x".repeat(1_000_001) + ",\n"));

    assertThat(problem.column()).isEqualTo("answer");
    assertThat(problem.reason()).startsWith("the cell has more than 1 million characters");
  }

  @Test
  void refusesIdsThatAreTooLongOrInvisible() {
    Harvest harvest = folder.read("faq.csv", HEAD + "x".repeat(201) + ",Q,,A,\n\"a\nb\",Q,,A,\n");

    assertThat(harvest.problems())
        .extracting(Problem::reason)
        .containsExactly(
            "the id has more than 200 characters",
            "the id holds a line break or another invisible character");
  }

  @Test
  void refusesAnEmptyFileAndOneWithAHeadOnly() {
    assertThat(onlyProblem(folder.read("empty.csv", "")).reason()).isEqualTo("the file is empty");
    assertThat(onlyProblem(folder.read("blank.csv", " \n\n")).reason())
        .isEqualTo("the file is empty");
    assertThat(onlyProblem(folder.read("head.csv", HEAD)).reason())
        .isEqualTo("the file holds no entries");
  }

  @Test
  void refusesAFileBeyondTheLimitWithoutReadingAllOfIt() {
    byte[] huge = new byte[(10 << 20) + 1];

    assertThat(onlyProblem(folder.read("faq.csv", huge)).reason())
        .isEqualTo("the file is larger than 10 MB");
  }
}
