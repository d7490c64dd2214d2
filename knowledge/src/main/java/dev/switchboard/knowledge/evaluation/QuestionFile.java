package dev.switchboard.knowledge.evaluation;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads labelled questions: a header {@code question<TAB>expected}, then one question a line;
 * expected are article ids joined by {@code |}, or {@code -} where nothing answers.
 */
public final class QuestionFile {

  private static final String HEADER = "question\texpected";

  private QuestionFile() {}

  /**
   * Reads all questions of the file.
   *
   * @throws BadQuestionFile when it is not such a file, naming the line
   */
  public static List<LabelledQuestion> read(Path file) {
    var lines = lines(file);
    var start = lines.isEmpty() ? "" : lines.getFirst();
    if (!withoutMark(start).strip().equals(HEADER)) {
      throw new BadQuestionFile(file, 1, "the header must be question<TAB>expected");
    }
    var questions = new ArrayList<LabelledQuestion>();
    for (int i = 1; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        questions.add(question(file, i + 1, lines.get(i)));
      }
    }
    if (questions.isEmpty()) {
      throw new BadQuestionFile(file, 2, "there is no question below the header");
    }
    return questions;
  }

  private static LabelledQuestion question(Path file, int line, String text) {
    var cells = text.split("\t", -1);
    if (cells.length != 2 || cells[1].isBlank()) {
      throw new BadQuestionFile(
          file, line, "a question, one tab and the expected article ids (or -) are needed");
    }
    var expected = cells[1].strip();
    return new LabelledQuestion(
        cells[0].strip(), expected.equals("-") ? Set.of() : Set.of(unique(expected)));
  }

  private static String[] unique(String expected) {
    return java.util.Arrays.stream(expected.split("\\|"))
        .map(String::strip)
        .filter(id -> !id.isEmpty())
        .distinct()
        .toArray(String[]::new);
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (MalformedInputException e) {
      throw new BadQuestionFile(file, 0, "it is not UTF-8 text");
    } catch (IOException e) {
      throw new BadQuestionFile(file, 0, "it cannot be read");
    }
  }

  private static String withoutMark(String line) {
    return line.startsWith("\uFEFF") ? line.substring(1) : line;
  }
}
