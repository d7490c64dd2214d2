package dev.switchboard.knowledge.evaluation;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuestionFileTest {

  @TempDir private Path folder;

  @Test
  void readsQuestionsWithSeveralOneOrNoExpectedArticle() throws IOException {
    var file = file("question\texpected\nWhere?\ta | b|a\n\nWhen?\ta\nWhy?\t-\n");

    assertThat(QuestionFile.read(file))
        .containsExactly(
            new LabelledQuestion("Where?", Set.of("a", "b")),
            new LabelledQuestion("When?", Set.of("a")),
            new LabelledQuestion("Why?", Set.of()));
  }

  @Test
  void readsWhatSpreadsheetsWrite() throws IOException {
    var file = file("\uFEFFquestion\texpected\r\nWo bleibt mein Päckchen?\ta\r\n");

    assertThat(QuestionFile.read(file))
        .containsExactly(new LabelledQuestion("Wo bleibt mein Päckchen?", Set.of("a")));
  }

  @Test
  void takesAnEmptyMessageAsOneThatNothingAnswers() throws IOException {
    assertThat(QuestionFile.read(file("question\texpected\n \t-\n")))
        .containsExactly(new LabelledQuestion("", Set.of()));
  }

  @Test
  void namesTheLineThatLacksAColumn() throws IOException {
    assertRefused("question\texpected\nWhere?\ta\nWhen?\n", "line 3: needs two columns");
    assertRefused("question\texpected\nWhere?\ta\tb\n", "line 2: needs two columns");
    assertRefused("question\texpected\nWhere?\t \n", "line 2: the column expected is blank");
    assertRefused("question\texpected\nWhere?\t|\n", "line 2: expected are article ids");
    assertRefused("question\texpected\nWhere?\ta|-\n", "line 2: expected are article ids");
  }

  @Test
  void namesTheHeaderItNeeds() throws IOException {
    assertRefused("text\tlabel\nWhere?\ta\n", "line 1: the header must be question<TAB>expected");
    assertRefused("Where?\ta\n", "line 1: the header must be question<TAB>expected");
  }

  @Test
  void refusesAFileWithoutQuestions() throws IOException {
    assertRefused("", "the file is empty");
    assertRefused("\n \n", "the file is empty");
    assertRefused("question\texpected\n\n", "there is nothing below the header");
  }

  @Test
  void refusesWhatIsNotUtf8() throws IOException {
    var file =
        Files.write(folder.resolve("q.tsv"), "question\texpected\nfür\ta".getBytes(ISO_8859_1));

    assertThatThrownBy(() -> QuestionFile.read(file))
        .isInstanceOf(BadQuestionFile.class)
        .hasMessage(file + ": it is not UTF-8 text");
  }

  @Test
  void saysWhatIsThereInPlaceOfAFile() {
    assertThatThrownBy(() -> QuestionFile.read(folder))
        .isInstanceOf(BadQuestionFile.class)
        .hasMessage(folder + ": it is a folder");
    assertThatThrownBy(() -> QuestionFile.read(folder.resolve("none.tsv")))
        .isInstanceOf(BadQuestionFile.class)
        .hasMessageEndingWith("there is no such file");
  }

  @Test
  void readsCasesLabelledOneOrZero() throws IOException {
    var file = file("text\tlabel\nA person, please\t1\nHello\t0\n");

    assertThat(CaseFile.read(file))
        .isEqualTo(
            List.of(new LabelledCase("A person, please", true), new LabelledCase("Hello", false)));
  }

  @Test
  void refusesAnyOtherLabel() throws IOException {
    var file = file("text\tlabel\nA person, please\tyes\n");

    assertThatThrownBy(() -> CaseFile.read(file))
        .isInstanceOf(BadQuestionFile.class)
        .hasMessageEndingWith("line 2: the label must be 1 or 0, not yes");
  }

  private void assertRefused(String text, String reason) throws IOException {
    var file = file(text);
    assertThatThrownBy(() -> QuestionFile.read(file))
        .isInstanceOf(BadQuestionFile.class)
        .hasMessageContaining(reason);
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("file.tsv"), text, UTF_8);
  }
}
