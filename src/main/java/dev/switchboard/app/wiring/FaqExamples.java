package dev.switchboard.app.wiring;

import dev.switchboard.bot.triage.LanguageOf;
import dev.switchboard.channel.web.Examples;
import dev.switchboard.knowledge.article.Article;
import dev.switchboard.knowledge.article.Articles;
import dev.switchboard.knowledge.article.Content.Faq;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Questions that the FAQ answers, in the language most of it is written in: those with the most
 * wordings, as they are what customers ask, and each on a matter of its own as far as tags tell.
 */
@Singleton
final class FaqExamples implements Examples {
  private static final int SOME = 4;

  private static final Comparator<Article> MOST_ASKED =
      Comparator.comparingInt((Article article) -> -variants(article)).thenComparing(Article::id);

  private final Articles articles;
  private final LanguageOf languages;
  private final Clock clock;
  private volatile Picked picked = new Picked(-1, LocalDate.MIN, List.of());

  FaqExamples(Articles articles, LanguageOf languages, Clock clock) {
    this.articles = articles;
    this.languages = languages;
    this.clock = clock;
  }

  private record Picked(long revision, LocalDate day, List<String> questions) {}

  @Override
  public List<String> some() {
    var today = LocalDate.now(clock);
    long revision = articles.revision();
    var known = picked;
    if (known.revision() != revision || !known.day().equals(today)) {
      known = new Picked(revision, today, pick(today));
      picked = known;
    }
    return known.questions();
  }

  private List<String> pick(LocalDate today) {
    var faqs =
        articles.all().stream()
            .filter(article -> article.isShownOn(today) && article.content() instanceof Faq)
            .collect(Collectors.groupingBy(this::language));
    return faqs.values().stream()
        .max(Comparator.comparingInt(List::size))
        .map(FaqExamples::spread)
        .orElse(List.of());
  }

  private Locale language(Article article) {
    var said = Locale.of(article.locale().getLanguage());
    return said.equals(Locale.ROOT) ? languages.of(article.content().title()) : said;
  }

  /** First one of each matter, then the rest. */
  private static List<String> spread(List<Article> faqs) {
    var seen = new HashSet<String>();
    var own = new ArrayList<Article>();
    var others = new ArrayList<Article>();
    for (var faq : faqs.stream().sorted(MOST_ASKED).toList()) {
      (Collections.disjoint(seen, faq.tags()) ? own : others).add(faq);
      seen.addAll(faq.tags());
    }
    return Stream.concat(own.stream(), others.stream())
        .map(faq -> faq.content().title())
        .limit(SOME)
        .toList();
  }

  private static int variants(Article article) {
    return article.content() instanceof Faq faq ? faq.variants().size() : 0;
  }
}
