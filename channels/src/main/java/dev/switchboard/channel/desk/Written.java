package dev.switchboard.channel.desk;

import dev.switchboard.bot.Message;
import dev.switchboard.bot.account.Account;
import dev.switchboard.bot.conversation.AgentText;
import dev.switchboard.bot.conversation.Turn;
import dev.switchboard.channel.http.JsonBody;
import dev.switchboard.channel.http.Refusal;
import io.micronaut.http.HttpStatus;
import java.util.regex.Pattern;

/** Reads what an agent has written. */
final class Written {
  private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  private Written() {}

  /**
   * The text and the key that the page gave it.
   *
   * @throws Refusal with 422 or 413 when one of them cannot be taken
   */
  static AgentText of(Account agent, JsonBody sent) {
    var key = sent.text("key");
    if (!KEY.matcher(key).matches()) {
      throw new Refusal(
          HttpStatus.UNPROCESSABLE_ENTITY,
          "key",
          "The key must be 1 to 64 letters, digits, hyphens or underscores.");
    }
    var text = sent.text("text", Message.MAX_LENGTH);
    if (text.replace("\0", "").isBlank()) {
      throw new Refusal(HttpStatus.UNPROCESSABLE_ENTITY, "blank", "The text must not be blank.");
    }
    // Two agents may make the same key, and neither is to get the other's turn for it.
    return new AgentText(agent.name(), agent.id() + "/" + key, text);
  }

  /** The key that the page gave to a turn. */
  static String pageKey(Turn turn) {
    return turn.key().substring(turn.key().indexOf('/') + 1);
  }
}
