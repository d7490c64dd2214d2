package dev.switchboard.bot.model;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import java.util.List;

/** What came of asking. */
public sealed interface Answered {

  /**
   * An answer.
   *
   * @param text of it
   * @param model who gave it, by the team's name
   * @param tier of that model
   * @param complete whether the model said all it wanted; else it ran into the longest answer, or
   *     was kept from going on
   * @param usage of the call that brought it
   * @param cost of that call, in micro-dollars
   * @param calls the tools that the model asks to be run, none unless some were offered
   */
  record Text(
      String text,
      String model,
      Tier tier,
      boolean complete,
      Usage usage,
      long cost,
      List<ToolExecutionRequest> calls)
      implements Answered {
    public Text {
      calls = List.copyOf(calls);
    }
  }

  /**
   * None.
   *
   * @param because for each model that was thought of, why not
   */
  record Nothing(List<String> because) implements Answered {}
}
