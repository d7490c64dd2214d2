package dev.switchboard.knowledge.intake;

import static java.util.function.Predicate.not;

import dev.switchboard.knowledge.article.Article;
import dev.switchboard.knowledge.article.Article.Status;
import dev.switchboard.knowledge.article.Content;
import dev.switchboard.knowledge.article.Validity;
import java.net.URI;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The fields of one entry as somebody wrote them, on their way to an article. */
final class Entry {
  // An answer of a million characters is 400 pages: a slip with a quotation mark, not an answer.
  static final int MAX_FIELD = 1_000_000;

  private static final int MAX_ID = 200;
  private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

  private final Origin origin;
  private final int line;
  private final Map<String, String> fields;
  private final List<Problem> problems = new ArrayList<>();

  /**
   * The entry of these fields.
   *
   * @param line where it begins, from 1; 0 when it is the whole file
   */
  Entry(Origin origin, int line, Map<String, String> fields) {
    this.origin = origin;
    this.line = line;
    this.fields = fields;
  }

  Yield faq() {
    String question = required("question");
    return article(
        required("id"), new Content.Faq(question, variants(question), required("answer")));
  }

  Yield document(String title, String body) {
    return article(origin.name(), new Content.Document(title, body));
  }

  private Yield article(String id, Content content) {
    checkLengths();
    checkId(id);
    Set<String> tags = parts("tags", "[,;\n]").collect(Collectors.toSet());
    Locale locale = locale();
    Validity validity = validity();
    Status status = status();
    String url = url();
    return problems.isEmpty()
        ? Yield.of(
            new Article(id, content, tags, locale, validity, status, url, origin.source(), 0))
        : new Yield(List.of(), problems);
  }

  private String required(String name) {
    String value = field(name);
    if (value.isEmpty()) {
      problem(name, "the " + name + " is empty");
    }
    return value;
  }

  private List<String> variants(String question) {
    return parts("variants", "\n").filter(not(question::equals)).toList();
  }

  private void checkLengths() {
    fields.forEach((name, value) -> {
      if (value.length() > MAX_FIELD) {
        problem(name, "the cell has more than 1 million characters; is a quotation mark missing?");
      }
    });
  }

  private void checkId(String id) {
    if (id.length() > MAX_ID) {
      problem("id", "the id has more than 200 characters");
    }
    if (id.chars().anyMatch(Character::isISOControl)) {
      problem("id", "the id holds a line break or another invisible character");
    }
  }

  private Locale locale() {
    String tag = field("locale").replace('_', '-');
    if (!tag.isEmpty() && !isLanguage(tag)) {
      problem("locale", "\"%s\" is not a language; write en, de or pt-BR".formatted(tag));
    }
    return Locale.forLanguageTag(tag);
  }

  private static boolean isLanguage(String tag) {
    try {
      String language = new Locale.Builder().setLanguageTag(tag).build().getLanguage();
      // Java lists the languages of two letters only; those of three (fil, yue) are as good.
      return language.length() == 3 || LANGUAGES.contains(language);
    } catch (IllformedLocaleException e) {
      return false;
    }
  }

  private Validity validity() {
    LocalDate from = date("valid_from", LocalDate.MIN);
    LocalDate until = date("valid_until", LocalDate.MAX);
    if (until.isBefore(from)) {
      problem("valid_until", "the last day %s is before the first, %s".formatted(until, from));
      return Validity.ALWAYS;
    }
    return new Validity(from, until);
  }

  private LocalDate date(String name, LocalDate otherwise) {
    try {
      return field(name).isEmpty() ? otherwise : LocalDate.parse(field(name));
    } catch (DateTimeParseException e) {
      problem(name, "\"%s\" is not a day; write it as 2026-12-31".formatted(field(name)));
      return otherwise;
    }
  }

  private Status status() {
    return switch (field("status").toLowerCase(Locale.ROOT)) {
      case "", "published" -> Status.PUBLISHED;
      case "draft" -> Status.DRAFT;
      case "archived" -> Status.ARCHIVED;
      case String other -> {
        problem("status", "\"%s\" is none of published, draft, archived".formatted(other));
        yield Status.DRAFT;
      }
    };
  }

  private String url() {
    String url = field("url");
    if (!url.isEmpty() && !isWebAddress(url)) {
      problem(
          "url", "\"%s\" is not an address that begins with https:// or http://".formatted(url));
    }
    return url.isEmpty() ? origin.url() : url;
  }

  private static boolean isWebAddress(String url) {
    try {
      URI uri = URI.create(url);
      return uri.getHost() != null
          && ("https".equalsIgnoreCase(uri.getScheme())
              || "http".equalsIgnoreCase(uri.getScheme()));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private Stream<String> parts(String name, String separator) {
    return field(name).isEmpty()
        ? Stream.of()
        : Stream.of(field(name).split(separator, -1))
            .map(String::strip)
            .filter(not(String::isEmpty))
            .distinct();
  }

  private String field(String name) {
    return fields.getOrDefault(name, "").strip();
  }

  private void problem(String column, String reason) {
    problems.add(new Problem(origin.source(), line, column, reason));
  }
}
