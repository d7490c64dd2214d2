package dev.switchboard.bot.grounding;

import dev.switchboard.bot.privacy.PersonalData;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Keeps personal data back: a model sees a token in its place, and its answer is given it again.
 */
final class Vault {
  private static final Pattern TOKEN = Pattern.compile("⟦[^⟧]*⟧");

  private final Map<String, String> tokens = new LinkedHashMap<>();

  /** The text as it may leave; the same data gets the same token. */
  String masked(String text) {
    var counts = new HashMap<String, Integer>();
    tokens.values().forEach(token -> counts.merge(kind(token), 1, Integer::sum));
    var left = new StringBuilder();
    int from = 0;
    for (var one : PersonalData.in(text)) {
      var data = text.substring(one.start(), one.end());
      var kind = one.kind().placeholder().replaceAll("[\\[\\]]", "");
      var token =
          tokens.computeIfAbsent(
              data, _ -> "⟦%s %d⟧".formatted(kind, counts.merge(kind, 1, Integer::sum)));
      left.append(text, from, one.start()).append(token);
      from = one.end();
    }
    return left.append(text, from, text.length()).toString();
  }

  private static String kind(String token) {
    return token.substring(1, token.lastIndexOf(' '));
  }

  /** The answer without any tokens. */
  static String without(String answer) {
    return TOKEN.matcher(answer).replaceAll("");
  }

  /** The answer with the data in the places of its tokens. */
  String restored(String answer) {
    var restored = answer;
    for (var entry : tokens.entrySet()) {
      restored = restored.replace(entry.getValue(), entry.getKey());
    }
    return restored;
  }
}
