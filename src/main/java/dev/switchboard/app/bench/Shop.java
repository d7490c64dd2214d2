package dev.switchboard.app.bench;

import dev.switchboard.knowledge.article.Article;
import dev.switchboard.knowledge.article.Content.Faq;
import dev.switchboard.knowledge.evaluation.LabelledQuestion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;

/**
 * FAQs of an invented shop: every topic for every product. The same size gives the same articles,
 * and a larger shop holds the smaller one.
 */
final class Shop {

  private static final String RANDOM = "L64X128MixRandom";
  private static final long SEED = 20_261;
  private static final int ANSWER = 4;
  private static final int ASKED = 3;
  private static final int FIRST_CODE = 1_040;
  private static final int CODE_STEP = 7;

  private final List<String[]> topics = topics();
  private final List<String> names = lines("names.txt");
  private final List<String> things = lines("things.txt");
  private final int size;

  Shop(int size) {
    this.size = size;
  }

  List<Article> articles() {
    return IntStream.range(0, size).mapToObj(this::article).toList();
  }

  /**
   * Questions in words that no article has, each with the article that answers.
   *
   * @param round tells one set of questions from another
   */
  List<LabelledQuestion> questions(int count, int round) {
    var random = random(round);
    return IntStream.range(0, count).mapToObj(i -> question(random.nextInt(size))).toList();
  }

  /** FAQs that differ in nothing but the code of an error or of a spare part. */
  static List<Article> coded(int count) {
    return IntStream.range(0, count).mapToObj(Shop::codedArticle).toList();
  }

  /** One question for each of those, by its code. */
  static List<LabelledQuestion> codedQuestions(int count) {
    return IntStream.range(0, count).mapToObj(Shop::codedQuestion).toList();
  }

  private Article article(int number) {
    var topic = topics.get(number % topics.size());
    var product = product(number / topics.size());
    // From the number alone, so that an article is the same in a shop of any size.
    var random = random(-number - 1);
    return Article.of(
        id(number),
        new Faq(
            topic[0].formatted(product),
            List.of(topic[1].formatted(product), topic[2].formatted(product)),
            topic[ANSWER].formatted(product, 2 + random.nextInt(28))));
  }

  private LabelledQuestion question(int number) {
    var asked = topics.get(number % topics.size())[ASKED];
    return new LabelledQuestion(
        asked.formatted(product(number / topics.size())), Set.of(id(number)));
  }

  private String product(int number) {
    return names.get(number % names.size())
        + " "
        + things.get(number / names.size() % things.size());
  }

  private static Article codedArticle(int number) {
    var code = code(number);
    var content =
        number % 2 == 0
            ? new Faq(
                "What does error %s mean?".formatted(code),
                List.of("The display shows %s".formatted(code)),
                "Error %s is cleared by a restart; note the time and tell the workshop."
                    .formatted(code))
            : new Faq(
                "Which replacement filter fits model %s?".formatted(code),
                List.of("Filter for the %s".formatted(code)),
                "For model %s order the filter of the same number.".formatted(code));
    return Article.of("code-" + code, content);
  }

  private static LabelledQuestion codedQuestion(int number) {
    var code = code(number);
    var text =
        number % 2 == 0
            ? "My machine stopped this morning and says %s, what is wrong with it?"
            : "I own a %s and need a new filter, what do I order?";
    return new LabelledQuestion(text.formatted(code), Set.of("code-" + code));
  }

  private static String code(int number) {
    int digits = FIRST_CODE + CODE_STEP * (number / 2);
    return number % 2 == 0 ? "E" + digits : "KX-" + digits;
  }

  private static String id(int number) {
    return "faq-" + number;
  }

  private static RandomGenerator random(int stream) {
    return RandomGeneratorFactory.of(RANDOM).create(SEED + stream);
  }

  private static List<String[]> topics() {
    return lines("topics.tsv").stream().map(line -> line.split("\t")).toList();
  }

  private static List<String> lines(String name) {
    try (var file = Objects.requireNonNull(Shop.class.getResourceAsStream(name))) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }
}
