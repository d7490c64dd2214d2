package dev.switchboard.channel.openai;

import dev.switchboard.bot.Exchange;
import dev.switchboard.bot.Message;
import dev.switchboard.channel.http.JsonBody;
import io.micronaut.http.HttpStatus;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a client asks the bot.
 *
 * @param model that is to answer
 * @param messages the conversation so far
 * @param streams whether the answer is wanted in pieces
 * @param usage whether the last piece is to tell the tokens
 */
record Asked(String model, List<Said> messages, boolean streams, boolean usage) {
  private static final String USER = "user";

  /** A message of it. */
  record Said(String role, String text) {}

  /**
   * Reads it; what is not known here is passed over.
   *
   * @throws dev.switchboard.channel.http.Refusal when it is no such object
   * @throws ApiError when something in it is not taken
   */
  static Asked read(JsonBody body) {
    var messages = body.objects("messages", Asked::said);
    if (messages.isEmpty() || !messages.getLast().role().equals(USER)) {
      throw new ApiError(
          HttpStatus.BAD_REQUEST, "invalid_messages", "The last message must be one of the user.");
    }
    var options = body.optionalObject("stream_options");
    return new Asked(
        body.text("model"),
        messages,
        body.optionalFlag("stream"),
        options.map(known -> known.optionalFlag("include_usage")).orElse(false));
  }

  private static Said said(JsonBody message) {
    var role = message.text("role");
    if (!List.of("system", "developer", USER, "assistant").contains(role)) {
      throw new ApiError(
          HttpStatus.BAD_REQUEST, "unsupported_role", "Messages of a " + role + " are not taken.");
    }
    var text = content(message);
    if (text.isBlank()) {
      throw new ApiError(
          HttpStatus.BAD_REQUEST, "invalid_messages", "A message must hold some text.");
    }
    return new Said(role, text);
  }

  private static String content(JsonBody message) {
    return message.holdsList("content")
        ? message.objects("content", Asked::part).stream().collect(Collectors.joining("\n"))
        : message.optionalText("content").orElse("");
  }

  private static String part(JsonBody part) {
    if (!part.text("type").equals("text")) {
      throw new ApiError(
          HttpStatus.BAD_REQUEST,
          "unsupported_content",
          "Only text is taken, no images or sounds.");
    }
    return part.text("text");
  }

  /** As a message to the bot: what the user said before is its history. */
  Message message() {
    var before =
        messages.subList(0, messages.size() - 1).stream()
            .filter(said -> said.role().equals(USER))
            .map(said -> new Exchange(said.text(), List.of()))
            .toList();
    return new Message(messages.getLast().text(), before);
  }
}
