package dev.switchboard.bot.model.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** What is answered, whole or in pieces. */
final class Speech {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int PIECE = 5;

  private final JsonNode asked;
  private final Scenario scenario;
  private final String text;
  private final JsonNode tool;

  Speech(JsonNode asked, Scenario scenario, UnaryOperator<String> answers) {
    this.asked = asked;
    this.scenario = scenario;
    text = answers.apply(lastWords(asked));
    tool = isAskedByUser(asked) ? asked.path("tools").path(0).path("function") : JSON.missingNode();
  }

  private static boolean isAskedByUser(JsonNode asked) {
    var messages = asked.path("messages");
    return messages.path(messages.size() - 1).path("role").asText().equals("user");
  }

  // Whoever offers tools has the first one called, with something for all that it must be given.
  private ObjectNode call() {
    var arguments = JSON.createObjectNode();
    for (var required : tool.path("parameters").path("required")) {
      arguments.put(required.asText(), "1");
    }
    var call = JSON.createObjectNode().put("index", 0).put("id", "call-1").put("type", "function");
    call.putObject("function")
        .put("name", tool.path("name").asText())
        .put("arguments", arguments.toString());
    return call;
  }

  private static String lastWords(JsonNode asked) {
    var messages = asked.path("messages");
    var content = messages.path(messages.size() - 1).path("content");
    if (content.isTextual()) {
      return content.asText();
    }
    var words = new StringBuilder();
    content.forEach(part -> words.append(part.path("text").asText("")));
    return words.toString();
  }

  Scenario scenario() {
    return scenario;
  }

  String model() {
    return asked.path("model").asText();
  }

  boolean streams() {
    return asked.path("stream").asBoolean();
  }

  /** As many as there are letters, by four. */
  long tokensIn() {
    return Math.ceilDiv(asked.path("messages").toString().length(), 4);
  }

  long tokensOut() {
    return Math.ceilDiv(text.length(), 4);
  }

  private String reason() {
    return scenario == Scenario.SHORTENED ? "length" : tool.isMissingNode() ? "stop" : "tool_calls";
  }

  private ObjectNode usage() {
    return JSON.createObjectNode()
        .put("prompt_tokens", tokensIn())
        .put("completion_tokens", tokensOut())
        .put("total_tokens", tokensIn() + tokensOut());
  }

  private ObjectNode answer(String object) {
    return JSON.createObjectNode()
        .put("id", "chatcmpl-sandbox")
        .put("object", object)
        .put("created", 1)
        .put("model", model());
  }

  String whole() {
    var answer = answer("chat.completion");
    var choice = answer.putArray("choices").addObject().put("index", 0);
    var message = choice.putObject("message").put("role", "assistant");
    if (tool.isMissingNode()) {
      message.put("content", text);
    } else {
      message.putNull("content");
      message.putArray("tool_calls").add(call());
    }
    choice.put("finish_reason", reason());
    if (scenario != Scenario.NO_USAGE) {
      answer.set("usage", usage());
    }
    return answer.toString();
  }

  List<String> pieces() {
    var pieces = new ArrayList<String>();
    if (!tool.isMissingNode()) {
      return callInPieces();
    }
    for (int i = 0; i < text.length(); i += PIECE) {
      pieces.add(piece(text.substring(i, Math.min(text.length(), i + PIECE))));
    }
    return pieces;
  }

  String piece(String words) {
    var answer = answer("chat.completion.chunk");
    var choice = answer.putArray("choices").addObject().put("index", 0);
    choice.putObject("delta").put("role", "assistant").put("content", words);
    choice.putNull("finish_reason");
    return "data: " + answer + "\n\n";
  }

  /** The name first, then the arguments in two halves, as providers tell them. */
  private List<String> callInPieces() {
    var whole = call();
    var arguments = whole.path("function").path("arguments").asText();
    ((ObjectNode) whole.path("function")).put("arguments", "");
    int half = arguments.length() / 2;
    return List.of(
        callPiece(whole),
        callPiece(more(arguments.substring(0, half))),
        callPiece(more(arguments.substring(half))));
  }

  private static ObjectNode more(String arguments) {
    var call = JSON.createObjectNode().put("index", 0);
    call.putObject("function").put("arguments", arguments);
    return call;
  }

  private String callPiece(ObjectNode call) {
    var answer = answer("chat.completion.chunk");
    var choice = answer.putArray("choices").addObject().put("index", 0);
    choice.putObject("delta").put("role", "assistant").putArray("tool_calls").add(call);
    choice.putNull("finish_reason");
    return "data: " + answer + "\n\n";
  }

  String last() {
    var end = answer("chat.completion.chunk");
    var choice = end.putArray("choices").addObject().put("index", 0);
    choice.putObject("delta");
    choice.put("finish_reason", reason());
    var usage = answer("chat.completion.chunk");
    usage.putArray("choices");
    usage.set("usage", usage());
    return "data: "
        + end
        + "\n\n"
        + (scenario == Scenario.NO_USAGE ? "" : "data: " + usage + "\n\n")
        + "data: [DONE]\n\n";
  }
}
