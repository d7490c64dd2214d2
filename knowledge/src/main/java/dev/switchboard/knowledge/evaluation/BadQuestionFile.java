package dev.switchboard.knowledge.evaluation;

import java.nio.file.Path;

/**
 * A file does not hold the labelled examples it should; the message says in one line where and why.
 */
public final class BadQuestionFile extends RuntimeException {
  private static final long serialVersionUID = 1;

  /**
   * Names the place and the reason.
   *
   * @param file the file
   * @param line where, from 1; 0 for the file as a whole
   * @param reason why, in words
   */
  BadQuestionFile(Path file, int line, String reason) {
    super(line == 0 ? file + ": " + reason : file + ", line " + line + ": " + reason);
  }
}
