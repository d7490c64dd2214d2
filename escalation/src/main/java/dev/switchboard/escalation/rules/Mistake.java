package dev.switchboard.escalation.rules;

import org.yaml.snakeyaml.error.Mark;

/**
 * Something that is wrong in a rules file.
 *
 * @param line where it stands, from 1
 * @param column likewise
 * @param words what is wrong, in words whoever wrote it understands
 */
record Mistake(int line, int column, String words) {
  static Mistake at(Mark mark, String words) {
    return new Mistake(mark.getLine() + 1, mark.getColumn() + 1, words);
  }
}
