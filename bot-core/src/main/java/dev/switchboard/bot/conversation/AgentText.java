package dev.switchboard.bot.conversation;

import dev.switchboard.bot.Message;
import java.util.List;

/**
 * What an agent writes in a conversation.
 *
 * @param agent who writes, of 1 to 200 characters
 * @param key the id the desk gave it, of 1 to 500 characters; the same key is the same text,
 *     however often it is handed in
 * @param text what is written, of 1 to {@link Message#MAX_LENGTH} characters, not blank; with files
 *     it may be blank
 * @param attachments the ids of 0 to {@link Incoming#MOST_ATTACHMENTS} files that wait at the
 *     customer's address, in the order they are to be shown; only a reply takes any along
 */
public record AgentText(String agent, String key, String text, List<String> attachments) {
  static final String CHANNEL = "desk";
  private static final int LONGEST_KEY = 500;

  /**
   * Checks the limits.
   *
   * @throws IllegalArgumentException when one does not hold, and says which
   */
  public AgentText {
    StorableText.name("the agent's name", agent, Command.LONGEST_AGENT);
    StorableText.name("the text's id", key, LONGEST_KEY);
    text = StorableText.cleaned(text);
    if (text.isBlank() && attachments.isEmpty() || text.length() > Message.MAX_LENGTH) {
      throw new IllegalArgumentException(
          "the text must have 1 to %d characters".formatted(Message.MAX_LENGTH));
    }
    if (attachments.size() > Incoming.MOST_ATTACHMENTS) {
      throw new IllegalArgumentException(
          "at most %d files go with a text".formatted(Incoming.MOST_ATTACHMENTS));
    }
    attachments = List.copyOf(attachments);
  }

  /** Words alone. */
  public AgentText(String agent, String key, String text) {
    this(agent, key, text, List.of());
  }
}
