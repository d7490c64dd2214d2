package dev.switchboard.bot.model;

import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.ChatMessage;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a model is asked.
 *
 * @param messages the conversation so far, the system's message first
 * @param tier the tier that is asked first; where it cannot answer, those below it are
 * @param purpose what it is for, of 1 to {@link #LONGEST_PURPOSE} characters
 * @param conversationId on which conversation it is booked, empty for none
 * @param mostTokens the longest answer, in tokens
 * @param model that is asked before all others, by the team's name; empty for none
 * @param tools that the model may ask to be run; none for no such thing
 */
public record Ask(
    List<ChatMessage> messages,
    Tier tier,
    String purpose,
    String conversationId,
    int mostTokens,
    String model,
    List<ToolSpecification> tools) {
  /** The longest purpose. */
  public static final int LONGEST_PURPOSE = 40;

  /**
   * Checks the limits.
   *
   * @throws IllegalArgumentException when nothing is asked, or no answer is wanted
   */
  public Ask {
    messages = List.copyOf(messages);
    tools = List.copyOf(tools);
    if (messages.isEmpty() || mostTokens < 1) {
      throw new IllegalArgumentException("something must be asked, and an answer wanted");
    }
  }

  /** Whichever model of the tier. */
  public Ask(
      List<ChatMessage> messages,
      Tier tier,
      String purpose,
      String conversationId,
      int mostTokens) {
    this(messages, tier, purpose, conversationId, mostTokens, "", List.of());
  }

  /** The same with tools that the model may ask to be run. */
  public Ask with(List<ToolSpecification> tools) {
    return new Ask(messages, tier, purpose, conversationId, mostTokens, model, tools);
  }

  Terms terms() {
    return new Terms(
        tier,
        model,
        purpose,
        conversationId,
        "",
        TokenEstimate.of(messages) + TokenEstimate.of(told()),
        mostTokens,
        Withheld.in(messages),
        Withheld.pictures(messages),
        needs());
  }

  private String told() {
    return tools.stream().map(ToolSpecification::toJson).collect(Collectors.joining());
  }

  private Set<Ability> needs() {
    var needs = EnumSet.noneOf(Ability.class);
    if (Withheld.pictures(messages) > 0) {
      needs.add(Ability.IMAGE);
    }
    if (!tools.isEmpty()) {
      needs.add(Ability.TOOLS);
    }
    return needs;
  }
}
