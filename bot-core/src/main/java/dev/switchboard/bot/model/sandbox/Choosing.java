package dev.switchboard.bot.model.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Chooses a tool by words alone: the one whose name and description share most with the message, if
 * the message holds all it must be given. Whoever asks in another form has the first one called.
 */
final class Choosing {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern MESSAGE =
      Pattern.compile("<<message [^>]*>>\\n(.*?)\\n<<end [^>]*>>", Pattern.DOTALL);
  private static final Pattern NUMBER = Pattern.compile("\\b\\d{3,}\\b");
  private static final Pattern THING =
      Pattern.compile(
          "\\b(?:my|the|den|die|das|meinen?) ([\\p{L} -]{3,40}?)(?= (?:of|from|in|aus|von)\\b|[.?!,]|$)");
  private static final int SHORTEST_WORD = 4;

  private Choosing() {}

  /** The tools to be run for what was asked. */
  static List<ToolCall> of(JsonNode asked) {
    var messages = asked.path("messages");
    var last = messages.path(messages.size() - 1);
    if (!last.path("role").asText().equals("user") || asked.path("tools").isEmpty()) {
      return List.of();
    }
    var message = MESSAGE.matcher(last.path("content").asText(""));
    return message.find()
        ? chosen(asked.path("tools"), message.group(1))
        : List.of(first(asked.path("tools").path(0).path("function")));
  }

  private static ToolCall first(JsonNode function) {
    var arguments = JSON.createObjectNode();
    required(function).forEach(name -> arguments.put(name, "1"));
    return new ToolCall(function.path("name").asText(), arguments.toString());
  }

  private static List<ToolCall> chosen(JsonNode tools, String message) {
    var words = words(message);
    var functions = new ArrayList<JsonNode>();
    tools.forEach(tool -> functions.add(tool.path("function")));
    return functions.stream()
        .filter(function -> shared(function, words) > 0)
        .sorted(Comparator.comparingLong((JsonNode function) -> -shared(function, words)))
        .flatMap(function -> call(function, message).stream())
        .limit(1)
        .toList();
  }

  private static List<ToolCall> call(JsonNode function, String message) {
    var arguments = JSON.createObjectNode();
    for (var name : required(function)) {
      var found = (name.contains("number") ? NUMBER : THING).matcher(message);
      if (!found.find()) {
        return List.of();
      }
      arguments.put(name, found.group(found.groupCount()).strip());
    }
    return List.of(new ToolCall(function.path("name").asText(), arguments.toString()));
  }

  private static List<String> required(JsonNode function) {
    var names = new ArrayList<String>();
    function.path("parameters").path("required").forEach(name -> names.add(name.asText()));
    return names;
  }

  private static long shared(JsonNode function, Set<String> asked) {
    var told =
        function.path("name").asText().replace('_', ' ')
            + " "
            + function.path("description").asText();
    return words(told).stream().filter(asked::contains).count();
  }

  private static Set<String> words(String text) {
    return Pattern.compile("[^\\p{L}\\p{N}]+")
        .splitAsStream(text.toLowerCase(Locale.ROOT))
        .filter(word -> word.length() >= SHORTEST_WORD)
        .collect(Collectors.toSet());
  }
}
