package dev.switchboard.channel.live;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Open pages by what they look at. Safe for use by many threads.
 *
 * @param <P> a page; two equal ones are the same
 */
public final class OpenPages<P> {
  private final Map<String, Set<P>> pages = new ConcurrentHashMap<>();

  /** Remembers a page. */
  public void add(String subject, P page) {
    pages.compute(
        subject,
        (_, known) -> {
          var all = known == null ? ConcurrentHashMap.<P>newKeySet() : known;
          all.add(page);
          return all;
        });
  }

  /** Forgets a page; one that it does not know changes nothing. */
  public void remove(String subject, P page) {
    pages.computeIfPresent(
        subject,
        (_, known) -> {
          known.remove(page);
          return known.isEmpty() ? null : known;
        });
  }

  /** The pages that look at the subject. */
  public Set<P> at(String subject) {
    return pages.getOrDefault(subject, Set.of());
  }

  /** All pages. */
  public List<P> all() {
    return pages.values().stream().flatMap(Collection::stream).toList();
  }

  /** Whether no page is open. */
  public boolean isEmpty() {
    return pages.isEmpty();
  }
}
