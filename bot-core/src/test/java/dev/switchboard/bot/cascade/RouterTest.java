package dev.switchboard.bot.cascade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.bot.Rung;
import dev.switchboard.bot.Traits;
import dev.switchboard.bot.Traits.Found;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/** Who answers in which situation, as somebody who leads a support team would have it. */
class RouterTest {

  private static final Pattern SETTING = Pattern.compile("(\\w+)=(\\S+)");

  @ParameterizedTest(name = "{0} ({2})")
  @CsvFileSource(
      resources = "situations.tsv",
      delimiter = '\t',
      numLinesToSkip = 1,
      maxCharsPerColumn = 500)
  void beginsOnTheRungThatFits(
      String situation, String traits, String means, Rung rung, String reason) {
    var choice = Router.choose(traits(traits), means(means), policy(means));
    assertThat(choice.rung()).describedAs(choice.because()).isEqualTo(rung);
    assertThat(choice.because()).contains(reason);
  }

  private static Traits traits(String words) {
    var set = settings(words);
    var first = words.split(" ");
    boolean document = first[0].equals("document");
    return new Traits(
        set.getOrDefault("urgent", "").replace('_', ' '),
        switch (first[0]) {
          case "faq", "document" -> Found.ANSWER;
          default -> Found.valueOf(first[0].toUpperCase(Locale.ROOT));
        },
        document,
        Double.parseDouble(first[1]),
        Integer.parseInt(set.getOrDefault("questions", "1")),
        words.contains(" reasoning"),
        words.contains(" tool"),
        Integer.parseInt(set.getOrDefault("pictures", "0")),
        words.contains(" cross"),
        Integer.parseInt(set.getOrDefault("failures", "0")),
        words.contains(" foreign"),
        words.contains(" vip"),
        set.containsKey("topics") ? Set.of(Objects.requireNonNull(set.get("topics"))) : Set.of(),
        "web");
  }

  private static Map<String, String> settings(String words) {
    return SETTING
        .matcher(words)
        .results()
        .collect(
            Collectors.toMap(
                (MatchResult setting) -> setting.group(1), setting -> setting.group(2)));
  }

  private static Means means(String words) {
    return switch (words) {
      case "none" -> Means.NONE;
      case "mini" -> new Means(true, false, false, 0);
      case "large" -> new Means(false, true, true, 0);
      case "blind" -> new Means(true, true, false, 0);
      default ->
          new Means(
              true, true, true, Double.parseDouble(settings(words).getOrDefault("spent", "0")));
    };
  }

  private static Policy policy(String words) {
    var usual = Policy.STANDARD;
    var rung = settings(words).get("policy");
    return rung == null
        ? usual
        : new Policy(
            "strict",
            Map.of(),
            Map.of("refund", Rung.valueOf(rung)),
            usual.unsureFrom(),
            usual.sureFrom(),
            usual.many(),
            usual.largeUntil(),
            usual.secondTry());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          What is the difference between the basic and the premium plan?   | true
          If I return one item but keep the other, do I still pay shipping? | true
          How much would it cost in total with express and gift wrap?      | true
          Should I rather take the warranty or the insurance?              | true
          Was ist der Unterschied zwischen Standard und Express?           | true
          ¿Cuál es la diferencia entre las dos tarifas?                    | true
          How long does delivery take?                                     | false
          Where is my order?                                               | false
          How do I change my password if I forgot it?                      | false
          Wie kann ich mein Konto löschen?                                 | false
          Do you ship to Canada?                                           | false
          How much does shipping cost?                                     | false
          """)
  void tellsWhatHasToBeThoughtThrough(String question, boolean needed) {
    assertThat(Reasoning.isNeeded(question)).isEqualTo(needed);
  }
}
