package dev.switchboard.knowledge.intake;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** One reading of a web page, or of the pages of a sitemap. */
final class WebReading {
  private static final int MAX_PAGES = 1_000;
  private static final int MAX_SITEMAPS = 50;

  private final WebFetcher web;
  private final URI start;
  private final Progress progress;
  private final Gathered gathered = new Gathered();
  private final Set<URI> pages = new LinkedHashSet<>();
  private final List<Problem> problems = new ArrayList<>();
  private final List<Skipped> skipped = new ArrayList<>();

  WebReading(WebFetcher web, URI start, Progress progress) {
    this.web = web;
    this.start = start;
    this.progress = progress;
  }

  Harvest harvest() {
    switch (web.fetch(start)) {
      case Fetched.NoPage(Problem problem) -> problems.add(problem);
      case Fetched.Page page ->
          Sitemap.of(page).ifPresentOrElse(this::readAll, () -> readAlone(page));
    }
    return gathered.harvest(start.toString(), problems, skipped);
  }

  private void readAlone(Fetched.Page page) {
    gathered.add(start.toString(), read(start, page));
    progress.files(1, 1);
  }

  private void readAll(Sitemap sitemap) {
    if (sitemap.isIndex()) {
      onSameHost(sitemap).stream().limit(MAX_SITEMAPS).forEach(this::collect);
    } else {
      pages.addAll(onSameHost(sitemap));
    }
    if (pages.size() > MAX_PAGES) {
      problem(
          start, "the sitemap names %d pages; the first 1,000 are read".formatted(pages.size()));
    }
    readPages(pages.stream().limit(MAX_PAGES).toList());
  }

  private void collect(URI address) {
    switch (web.fetch(address)) {
      case Fetched.NoPage(Problem problem) -> problems.add(problem);
      case Fetched.Page page ->
          Sitemap.of(page)
              .filter(sitemap -> !sitemap.isIndex())
              .ifPresentOrElse(
                  sitemap -> pages.addAll(onSameHost(sitemap)),
                  () -> problem(address, "this is not a sitemap of pages"));
    }
  }

  private List<URI> onSameHost(Sitemap sitemap) {
    var here = new ArrayList<URI>();
    for (URI address : sitemap.addresses()) {
      if (String.valueOf(start.getHost()).equalsIgnoreCase(address.getHost())) {
        here.add(address);
      } else {
        skipped.add(new Skipped(address.toString(), "it lies on another host than the sitemap"));
      }
    }
    return here;
  }

  private void readPages(List<URI> addresses) {
    for (int i = 0; i < addresses.size(); i++) {
      URI address = addresses.get(i);
      switch (web.fetch(address)) {
        case Fetched.NoPage(Problem problem) -> problems.add(problem);
        case Fetched.Page page -> gathered.add(address.toString(), read(address, page));
      }
      progress.files(i + 1, addresses.size());
    }
  }

  // All pages of a sitemap have the sitemap as their source: so a page that leaves it is noticed.
  private Yield read(URI address, Fetched.Page page) {
    try {
      Optional<Format> format = PageTypes.format(page);
      if (format.isEmpty()) {
        throw new Refused("the page is XML, but not a sitemap");
      }
      var origin = new Origin(start.toString(), name(address), address.toString());
      return format.get().parse(origin, page.bytes());
    } catch (Refused e) {
      return Yield.refused(e.in(address.toString()));
    }
  }

  private void problem(URI address, String reason) {
    problems.add(Problem.of(address.toString(), reason));
  }

  /** The id of a page: {@code help/shipping.html} is help-shipping, the root is its host. */
  private static String name(URI address) {
    String path = String.valueOf(address.getPath()).replaceFirst("\\.[A-Za-z]{2,5}$", "");
    String slug =
        path.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-|-$", "");
    String name = slug.isEmpty() ? address.getHost() : slug;
    return name.length() > 200 ? name.substring(0, 200) : name;
  }
}
