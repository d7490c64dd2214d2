package dev.switchboard.knowledge.evaluation;

import java.nio.file.Path;

/** A file is not one of labelled questions; the message says where and why. */
public final class BadQuestionFile extends RuntimeException {
  private static final long serialVersionUID = 1;

  /**
   * @param file the file
   * @param line where, from 1; 0 for the file as a whole
   * @param reason why, in words
   */
  public BadQuestionFile(Path file, int line, String reason) {
    super(line == 0 ? file + ": " + reason : file + ", line " + line + ": " + reason);
  }
}
