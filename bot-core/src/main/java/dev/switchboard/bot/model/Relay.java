package dev.switchboard.bot.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumSet;
import java.util.Set;

/**
 * A question of a client of OpenAI, to be passed on as it is.
 *
 * @param body what the client sent
 * @param tier the tier that is asked first
 * @param model that is asked before all others, by the team's name
 * @param purpose under which it is booked
 * @param team of whose budget it is paid beside that of all, empty for none
 */
public record Relay(ObjectNode body, Tier tier, String model, String purpose, String team) {
  /** Whether the client wants the answer in pieces. */
  public boolean streams() {
    return body.path("stream").asBoolean();
  }

  /** Whether the client wants to be told the tokens at the end of the pieces. */
  boolean tellsUsage() {
    return body.path("stream_options").path("include_usage").asBoolean();
  }

  private int mostTokens() {
    return Math.max(0, body.path("max_completion_tokens").asInt(body.path("max_tokens").asInt(0)));
  }

  Terms terms() {
    long tokens = TokenEstimate.of(body.path("tools").toString());
    for (var message : body.path("messages")) {
      tokens += TokenEstimate.PER_MESSAGE + tokens(message.path("content"));
      tokens +=
          message.has("tool_calls") ? TokenEstimate.of(message.get("tool_calls").toString()) : 0;
    }
    return new Terms(tier, model, purpose, "", team, tokens, mostTokens(), "", 0, needs());
  }

  private Set<Ability> needs() {
    var needs = EnumSet.noneOf(Ability.class);
    for (var message : body.path("messages")) {
      for (var part : message.path("content")) {
        switch (part.path("type").asText("")) {
          case "image_url" -> needs.add(Ability.IMAGE);
          case "input_audio" -> needs.add(Ability.AUDIO);
          default -> {}
        }
      }
    }
    if (!body.path("tools").isEmpty()) {
      needs.add(Ability.TOOLS);
    }
    return needs;
  }

  private static long tokens(JsonNode content) {
    if (content.isTextual()) {
      return TokenEstimate.of(content.textValue());
    }
    long tokens = 0;
    for (var part : content) {
      tokens +=
          part.has("text") ? TokenEstimate.of(part.path("text").asText()) : TokenEstimate.PICTURE;
    }
    return tokens;
  }
}
