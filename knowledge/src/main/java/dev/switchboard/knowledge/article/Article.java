package dev.switchboard.knowledge.article;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;

/**
 * One piece of the team's knowledge.
 *
 * @param id chosen by the team, stable over versions, 1 to 200 characters
 * @param content what it says
 * @param tags the team's own marks
 * @param locale the language it is written in, {@link Locale#ROOT} to have it detected
 * @param validity the days on which it may be shown
 * @param status whether it may be shown at all
 * @param url where a customer can read it, empty when nowhere
 * @param source where it was imported from (a path or address), empty when written by hand
 * @param version its version, from 1; 0 as long as it was never stored
 */
public record Article(
    String id,
    Content content,
    Set<String> tags,
    Locale locale,
    Validity validity,
    Status status,
    String url,
    String source,
    int version) {

  /** Whether an article may be shown. */
  public enum Status {
    DRAFT,
    PUBLISHED,
    ARCHIVED
  }

  public Article {
    tags = Set.copyOf(tags);
    if (id.isBlank() || id.length() > 200) {
      throw new IllegalArgumentException("an article's id has 1 to 200 characters: " + id);
    }
  }

  /** A published article in an undetected language, valid always, not stored yet. */
  public static Article of(String id, Content content) {
    return new Article(
        id, content, Set.of(), Locale.ROOT, Validity.ALWAYS, Status.PUBLISHED, "", "", 0);
  }

  /** The same article at another version. */
  public Article at(int newVersion) {
    return new Article(id, content, tags, locale, validity, status, url, source, newVersion);
  }

  /** The same article in another status. */
  public Article as(Status newStatus) {
    return new Article(id, content, tags, locale, validity, newStatus, url, source, version);
  }

  /** The same article with another place that it was imported from. */
  public Article importedFrom(String newSource) {
    return new Article(id, content, tags, locale, validity, status, url, newSource, version);
  }

  /** Whether customers may see it on that day. */
  public boolean isShownOn(LocalDate day) {
    return status == Status.PUBLISHED && validity.includes(day);
  }

  /** Whether both say the same, whatever their versions. */
  public boolean saysTheSameAs(Article other) {
    return at(0).equals(other.at(0));
  }
}
