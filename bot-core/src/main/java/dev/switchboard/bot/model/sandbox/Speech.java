package dev.switchboard.bot.model.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What is answered, whole or in pieces. */
final class Speech {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int PIECE = 5;

  private final JsonNode asked;
  private final Scenario scenario;
  private final String text;
  private final List<ToolCall> calls;

  Speech(JsonNode asked, Scenario scenario, UnaryOperator<String> answers, List<ToolCall> calls) {
    this.asked = asked;
    this.scenario = scenario;
    text = answers.apply(lastWords(asked));
    this.calls = calls;
  }

  private ObjectNode call(int index) {
    var call =
        JSON.createObjectNode()
            .put("index", index)
            .put("id", "call-" + (index + 1))
            .put("type", "function");
    call.putObject("function")
        .put("name", calls.get(index).name())
        .put("arguments", calls.get(index).arguments());
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
    return scenario == Scenario.SHORTENED ? "length" : calls.isEmpty() ? "stop" : "tool_calls";
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
    if (calls.isEmpty()) {
      message.put("content", text);
    } else {
      message.putNull("content");
      var all = message.putArray("tool_calls");
      IntStream.range(0, calls.size()).forEach(index -> all.add(call(index)));
    }
    choice.put("finish_reason", reason());
    if (scenario != Scenario.NO_USAGE) {
      answer.set("usage", usage());
    }
    return answer.toString();
  }

  List<String> pieces() {
    var pieces = new ArrayList<String>();
    if (!calls.isEmpty()) {
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
    return IntStream.range(0, calls.size()).boxed().flatMap(this::inPieces).toList();
  }

  private Stream<String> inPieces(int index) {
    var whole = call(index);
    var arguments = whole.path("function").path("arguments").asText();
    ((ObjectNode) whole.path("function")).put("arguments", "");
    int half = arguments.length() / 2;
    return Stream.of(
        callPiece(whole),
        callPiece(more(index, arguments.substring(0, half))),
        callPiece(more(index, arguments.substring(half))));
  }

  private static ObjectNode more(int index, String arguments) {
    var call = JSON.createObjectNode().put("index", index);
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
