package dev.switchboard.knowledge.article;

import dev.switchboard.knowledge.article.Article.Status;
import dev.switchboard.knowledge.article.Content.Document;
import dev.switchboard.knowledge.article.Content.Faq;
import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns articles into rows and back. */
@Singleton
final class ArticleRows {
  private static final Argument<List<String>> TEXTS = Argument.listOf(String.class);
  private static final String FAQ = "FAQ";
  private static final String DOCUMENT = "DOCUMENT";

  private final JsonMapper json;

  ArticleRows(JsonMapper json) {
    this.json = json;
  }

  /**
   * The row for the article's version.
   *
   * @throws IllegalArgumentException when one of its texts cannot be stored
   */
  ArticleVersion row(Article article, long revision) {
    var id = StorableText.id(article.id());
    return new ArticleVersion(
        revision,
        id,
        article.version(),
        kind(article.content()),
        text(id, article.content().title()),
        texts(id, variants(article.content())),
        text(id, article.content().body()),
        texts(id, article.tags().stream().sorted().toList()),
        article.locale().toLanguageTag(),
        day(article.validity().from(), LocalDate.MIN),
        day(article.validity().until(), LocalDate.MAX),
        article.status().name(),
        text(id, article.url()),
        text(id, article.source()));
  }

  private static String kind(Content content) {
    return switch (content) {
      case Faq faq -> FAQ;
      case Document document -> DOCUMENT;
    };
  }

  private static List<String> variants(Content content) {
    return switch (content) {
      case Faq faq -> faq.variants();
      case Document document -> List.of();
    };
  }

  private static String text(String id, String text) {
    return StorableText.bounded(id, StorableText.cleaned(text));
  }

  private String texts(String id, Collection<String> texts) {
    var cleaned = texts.stream().map(StorableText::cleaned).toList();
    try {
      return StorableText.bounded(id, json.writeValueAsString(cleaned));
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  private static @Nullable LocalDate day(LocalDate day, LocalDate unbounded) {
    return day.equals(unbounded) ? null : day;
  }

  /** The article in the row. */
  Article article(ArticleVersion row) {
    return new Article(
        row.articleId(),
        content(row),
        Set.copyOf(texts(row.tags())),
        Locale.forLanguageTag(row.locale()),
        new Validity(
            Optional.ofNullable(row.validFrom()).orElse(LocalDate.MIN),
            Optional.ofNullable(row.validUntil()).orElse(LocalDate.MAX)),
        Status.valueOf(row.status()),
        row.url(),
        row.source(),
        row.version());
  }

  private Content content(ArticleVersion row) {
    return switch (row.kind()) {
      case FAQ -> new Faq(row.title(), texts(row.variants()), row.body());
      case DOCUMENT -> new Document(row.title(), row.body());
      default -> throw new IllegalStateException("an article of an unknown kind: " + row.kind());
    };
  }

  private List<String> texts(String stored) {
    try {
      return json.readValue(stored, TEXTS);
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }
}
