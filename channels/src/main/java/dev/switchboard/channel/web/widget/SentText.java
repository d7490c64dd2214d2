package dev.switchboard.channel.web.widget;

import dev.switchboard.bot.Message;
import dev.switchboard.channel.http.JsonBody;
import dev.switchboard.channel.http.Refusal;
import io.micronaut.http.HttpStatus;
import java.util.regex.Pattern;

/** The parts that all bodies have in common that bring a customer's words. */
final class SentText {
  private static final Pattern CLIENT_ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");
  private static final String CLIENT_ID_KEY = "client_message_id";

  private SentText() {}

  /**
   * The id that the page gave it: the same id is the same message.
   *
   * @throws Refusal with 422 when it is none
   */
  static String clientId(JsonBody sent) {
    var clientId = sent.text(CLIENT_ID_KEY);
    if (!CLIENT_ID.matcher(clientId).matches()) {
      throw new Refusal(
          HttpStatus.UNPROCESSABLE_ENTITY,
          CLIENT_ID_KEY,
          "The client_message_id must be 1 to 64 letters, digits, hyphens or underscores.");
    }
    return clientId;
  }

  /** Whether the page gave it an id. */
  static boolean hasClientId(JsonBody sent) {
    return sent.optionalText(CLIENT_ID_KEY).isPresent();
  }

  /**
   * The words.
   *
   * @throws Refusal with 422 when there are none, with 413 when there are too many
   */
  static String required(JsonBody sent) {
    var text = sent.text("text");
    if (isEmpty(text)) {
      throw new Refusal(HttpStatus.UNPROCESSABLE_ENTITY, "blank", "The text must not be blank.");
    }
    return bounded(text);
  }

  /**
   * The words, or none.
   *
   * @throws Refusal with 413 when there are too many
   */
  static String optional(JsonBody sent) {
    return bounded(sent.optionalText("text").filter(text -> !isEmpty(text)).orElse(""));
  }

  private static String bounded(String text) {
    if (text.length() > Message.MAX_LENGTH) {
      throw new Refusal(
          HttpStatus.REQUEST_ENTITY_TOO_LARGE,
          "text_too_long",
          "The text must not have more than %d characters.".formatted(Message.MAX_LENGTH));
    }
    return text;
  }

  /** Also of what looks like nothing: marks without width are no words. */
  private static boolean isEmpty(String text) {
    return text.codePoints()
        .allMatch(c ->
            Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.getType(c) == Character.FORMAT
                || Character.isISOControl(c));
  }
}
