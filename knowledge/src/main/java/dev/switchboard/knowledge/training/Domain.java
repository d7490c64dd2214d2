package dev.switchboard.knowledge.training;

import dev.switchboard.knowledge.article.Article;
import dev.switchboard.knowledge.article.Content;
import dev.switchboard.knowledge.article.Content.Faq;
import dev.switchboard.knowledge.evaluation.LabelledQuestion;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Articles with questions that are labelled with them.
 *
 * @param articles the articles
 * @param questions the questions; an expected id that is not among the articles answers nothing
 */
record Domain(List<Article> articles, List<LabelledQuestion> questions) {

  Domain {
    articles = List.copyOf(articles);
    questions = List.copyOf(questions);
  }

  /** The domain without the wordings that are also asked: they would be too easy to learn from. */
  Domain withoutCopies() {
    Set<String> asked =
        questions.stream().map(question -> plain(question.text())).collect(Collectors.toSet());
    return new Domain(
        articles.stream().map(article -> withVariants(article, kept(article, asked))).toList(),
        questions);
  }

  /**
   * A part of the domain.
   *
   * @param share of the articles, 0 to 1
   * @param variants how many variants an article keeps at most
   * @param covered most questions that are answered
   * @param uncovered most questions that nothing answers
   */
  Domain part(double share, int variants, int covered, int uncovered, Random random) {
    var kept = new ArrayList<Article>();
    var ids = new HashSet<String>();
    for (var article : articles) {
      if (random.nextDouble() < share) {
        kept.add(fewer(article, variants, random));
        ids.add(article.id());
      }
    }
    var shuffled = new ArrayList<>(questions);
    Collections.shuffle(shuffled, random);
    var asked = new ArrayList<LabelledQuestion>();
    int with = 0;
    int without = 0;
    for (var question : shuffled) {
      var expected = new HashSet<>(question.expected());
      expected.retainAll(ids);
      if (!expected.isEmpty() ? with++ < covered : without++ < uncovered) {
        asked.add(new LabelledQuestion(question.text(), expected));
      }
    }
    return new Domain(kept, asked);
  }

  private static List<String> kept(Article article, Set<String> asked) {
    return article.content() instanceof Faq faq
        ? faq.variants().stream().filter(variant -> !asked.contains(plain(variant))).toList()
        : List.of();
  }

  /** With hardly a variant left, a customer's words serve as the question, as a label is none. */
  private static Article fewer(Article article, int variants, Random random) {
    if (!(article.content() instanceof Faq faq)) {
      return article;
    }
    var shuffled = new ArrayList<>(faq.variants());
    Collections.shuffle(shuffled, random);
    var kept = shuffled.subList(0, Math.min(variants, shuffled.size()));
    boolean isLabel = faq.question().split(" ").length < 5 && faq.answer().startsWith("Canned");
    if (variants <= 1 && isLabel && !shuffled.isEmpty()) {
      var content = new Faq(shuffled.getLast(), kept, faq.answer());
      return with(article, content);
    }
    return withVariants(article, kept);
  }

  private static Article withVariants(Article article, List<String> variants) {
    return article.content() instanceof Faq faq
        ? with(article, new Faq(faq.question(), variants, faq.answer()))
        : article;
  }

  private static Article with(Article article, Content content) {
    return new Article(
        article.id(),
        content,
        article.tags(),
        article.locale(),
        article.validity(),
        article.status(),
        article.url(),
        article.source(),
        article.version());
  }

  private static String plain(String text) {
    return text.toLowerCase(Locale.ROOT).strip();
  }
}
