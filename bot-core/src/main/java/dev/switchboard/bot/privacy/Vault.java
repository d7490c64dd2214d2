package dev.switchboard.bot.privacy;

import dev.switchboard.bot.Passage;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Keeps personal data back: a model sees a token in its place, and its answer is given it again.
 */
public final class Vault {
  private static final Pattern TOKEN = Pattern.compile("⟦[^⟧]*⟧");

  private static final Pattern NOT_OF_WORDS = Pattern.compile("[^\\p{L}\\p{N}'’-]+");

  private final Map<String, String> tokens = new LinkedHashMap<>();
  private final Set<String> known;

  /** Keeps back all that is personal, but for words of the passages, which are the team's own. */
  public Vault(List<Passage> passages) {
    known =
        passages.stream()
            .flatMap(passage -> NOT_OF_WORDS.splitAsStream(passage.title() + " " + passage.text()))
            .map(word -> word.toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
  }

  /** The text as it may leave; the same data gets the same token. */
  public String masked(String text) {
    return masked(text, PersonalData.inContext(text, known::contains));
  }

  /** The text without the data that can be told by their form. */
  public String maskedByForm(String text) {
    return masked(text, PersonalData.in(text));
  }

  private String masked(String text, List<Found> found) {
    var counts = new HashMap<String, Integer>();
    tokens.values().forEach(token -> counts.merge(kind(token), 1, Integer::sum));
    var left = new StringBuilder();
    int from = 0;
    for (var one : found) {
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
  public static String without(String answer) {
    return TOKEN.matcher(answer).replaceAll("");
  }

  /** The answer with the data in the places of its tokens. */
  public String restored(String answer) {
    var restored = answer;
    for (var entry : tokens.entrySet()) {
      restored = restored.replace(entry.getValue(), entry.getKey());
    }
    return restored;
  }
}
