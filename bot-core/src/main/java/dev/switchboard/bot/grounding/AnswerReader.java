package dev.switchboard.bot.grounding;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads a model's answer while it comes: what it found, then its sentences, each as soon as it is
 * there as a whole. Time linear in the length of the answer.
 */
final class AnswerReader {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern OUTCOME = Pattern.compile("\"outcome\"\\s*:\\s*\"([a-z_]{1,20})\"");
  private static final String SENTENCES = "\"sentences\"";

  private final StringBuilder text = new StringBuilder();
  private Optional<Outcome> outcome = Optional.empty();
  private int at;
  private int open = -1;
  private int depth;
  private boolean quoted;
  private boolean escaped;
  private boolean inSentences;

  /**
   * The sentences that are whole with this piece; none before it is known that there is an answer.
   */
  List<JsonNode> add(String piece) {
    text.append(piece);
    if (!inSentences && !begins()) {
      return List.of();
    }
    var whole = new ArrayList<JsonNode>();
    for (; at < text.length(); at++) {
      if (closes(text.charAt(at))) {
        read(text.substring(open, at + 1)).ifPresent(whole::add);
      }
    }
    return whole;
  }

  private boolean begins() {
    int sentences = text.indexOf(SENTENCES);
    if (sentences < 0) {
      return false;
    }
    var found = OUTCOME.matcher(text.substring(0, sentences));
    outcome = found.find() ? Outcome.of(found.group(1)) : Optional.empty();
    inSentences = outcome.filter(Outcome::says).isPresent();
    at = sentences + SENTENCES.length();
    return inSentences;
  }

  // Braces within texts do not count.
  private boolean closes(char next) {
    if (quoted) {
      quoted = escaped || next != '"';
      escaped = !escaped && next == '\\';
      return false;
    }
    switch (next) {
      case '"' -> quoted = true;
      case '{' -> {
        if (depth == 0) {
          open = at;
        }
        depth++;
      }
      case '}' -> {
        depth--;
        return depth == 0;
      }
      default -> {}
    }
    return false;
  }

  private static Optional<JsonNode> read(String object) {
    try {
      return Optional.of(JSON.readTree(object));
    } catch (JsonProcessingException broken) {
      return Optional.empty();
    }
  }

  /** A whole answer; some models put a fence around it, or a word before. */
  static Optional<JsonNode> whole(String text) {
    int from = text.indexOf('{');
    int to = text.lastIndexOf('}');
    return from < 0 || to < from
        ? Optional.empty()
        : read(text.substring(from, to + 1))
            .filter(answer -> Outcome.of(answer.path("outcome").asText()).isPresent());
  }
}
