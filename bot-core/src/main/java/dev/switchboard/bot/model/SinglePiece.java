package dev.switchboard.bot.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A whole answer as the pieces that a client waits for, of a model that has none. */
final class SinglePiece {
  private static final ObjectMapper JSON = new ObjectMapper();

  private SinglePiece() {}

  /** The data of the events. */
  static List<String> of(JsonNode answer) {
    var choice = answer.path("choices").path(0);
    var delta = choice.path("message").deepCopy();
    var calls = delta.path("tool_calls");
    for (int i = 0; i < calls.size(); i++) {
      ((ObjectNode) calls.get(i)).put("index", i);
    }
    var said = piece(answer, delta, null);
    var end = piece(answer, JSON.createObjectNode(), choice.path("finish_reason").asText("stop"));
    return List.of(said.toString(), end.toString());
  }

  private static ObjectNode piece(JsonNode answer, JsonNode delta, @Nullable String reason) {
    var piece =
        JSON.createObjectNode()
            .put("id", answer.path("id").asText())
            .put("object", "chat.completion.chunk")
            .put("created", answer.path("created").asLong())
            .put("model", answer.path("model").asText());
    var choice = piece.putArray("choices").addObject().put("index", 0);
    choice.set("delta", delta);
    choice.put("finish_reason", reason);
    return piece;
  }
}
