package dev.switchboard.escalation.rules;

import java.util.List;

/** The rules file cannot be used; every mistake in it is said, with its place. */
public final class RulesRefused extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final List<String> lines;

  RulesRefused(List<String> lines) {
    super(String.join("\n", lines));
    this.lines = List.copyOf(lines);
  }

  /** One line for each mistake: file, line, column and what is wrong. */
  public List<String> lines() {
    return lines;
  }
}
