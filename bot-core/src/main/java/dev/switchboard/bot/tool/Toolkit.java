package dev.switchboard.bot.tool;

import java.util.List;

/**
 * The tools that a question is a matter for.
 *
 * @param tools which work for the caller
 * @param caller for whom they work
 */
public record Toolkit(List<Tool> tools, Caller caller) {
  /** None. */
  public static final Toolkit NONE = new Toolkit(List.of(), Caller.NOBODY);

  public Toolkit {
    tools = List.copyOf(tools);
  }

  /** Whether there is none. */
  public boolean isEmpty() {
    return tools.isEmpty();
  }
}
