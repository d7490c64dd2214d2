package dev.switchboard.bot.conversation;

import dev.langchain4j.agent.tool.P;
import dev.langchain4j.agent.tool.Tool;
import dev.langchain4j.invocation.InvocationParameters;
import dev.switchboard.bot.tool.Caller;
import dev.switchboard.bot.tool.CustomerTools;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A till that takes things back, and remembers from whom. */
public final class Till implements CustomerTools {
  volatile Runnable meanwhile = () -> {};
  final List<String> taken = new CopyOnWriteArrayList<>();

  /** Takes something back. */
  @Tool(name = "give_back", value = "Takes something back.")
  public String giveBack(
      @P(name = "item", value = "what") String item, InvocationParameters given) {
    if (item.equals("lost")) {
      throw new IllegalStateException("nobody knows where it is");
    }
    meanwhile.run();
    taken.add(Caller.of(given).subject() + " " + item);
    return "The " + item + " is taken back.";
  }
}
