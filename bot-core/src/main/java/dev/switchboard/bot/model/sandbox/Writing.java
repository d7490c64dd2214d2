package dev.switchboard.bot.model.sandbox;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Does what a model is asked that writes from passages, by words alone: of the passage that shares
 * most words with the message, the sentences that share most.
 */
final class Writing {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern PASSAGE =
      Pattern.compile(
          "<<passage (\\d+) [^>]*>>\\n([^\\n]*)\\n(.*?)\\n<<end [^>]*>>", Pattern.DOTALL);
  private static final Pattern MESSAGE =
      Pattern.compile("<<message [^>]*>>\\n(.*?)\\n<<end [^>]*>>", Pattern.DOTALL);
  private static final Pattern SENTENCE = Pattern.compile("(?<=[.!?])\\s+|\\n+");
  private static final int SHORTEST_WORD = 4;
  private static final int MOST_SENTENCES = 2;

  private Writing() {}

  private record Passage(int number, String title, String text) {
    private long shared(Set<String> asked) {
      return words(title + " " + text).stream().filter(asked::contains).count();
    }
  }

  /** Whether it is what is asked for. */
  static boolean isAskedFor(String words) {
    return MESSAGE.matcher(words).find() && PASSAGE.matcher(words).find();
  }

  /** The answer, JSON. */
  static String answer(String words) {
    var message = MESSAGE.matcher(words);
    var asked = message.find() ? words(message.group(1)) : Set.<String>of();
    return PASSAGE
        .matcher(words)
        .results()
        .map(found -> new Passage(Integer.parseInt(found.group(1)), found.group(2), found.group(3)))
        .filter(passage -> passage.shared(asked) > 0)
        .max(Comparator.comparingLong((Passage passage) -> passage.shared(asked)))
        .map(passage -> found(passage, asked))
        .orElse("{\"outcome\":\"not_found\",\"sentences\":[]}");
  }

  private static String found(Passage passage, Set<String> asked) {
    var all =
        Arrays.stream(SENTENCE.split(passage.text())).filter(each -> !each.isBlank()).toList();
    return best(all, asked).stream()
        .map(text ->
            "{\"text\":%s,\"passage\":%d}"
                .formatted(JSON.getNodeFactory().textNode(text.strip()), passage.number()))
        .collect(Collectors.joining(",", "{\"outcome\":\"found\",\"sentences\":[", "]}"));
  }

  private static List<String> best(List<String> sentences, Set<String> asked) {
    return sentences.stream()
        .sorted(Comparator.comparingLong((String each) -> -shared(each, asked)))
        .limit(MOST_SENTENCES)
        .sorted(Comparator.comparingInt(sentences::indexOf))
        .toList();
  }

  private static long shared(String sentence, Set<String> asked) {
    return words(sentence).stream().filter(asked::contains).count();
  }

  private static Set<String> words(String text) {
    return Pattern.compile("[^\\p{L}\\p{N}]+")
        .splitAsStream(text.toLowerCase(Locale.ROOT))
        .filter(word -> word.length() >= SHORTEST_WORD)
        .collect(Collectors.toSet());
  }
}
