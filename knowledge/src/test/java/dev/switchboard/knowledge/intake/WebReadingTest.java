package dev.switchboard.knowledge.intake;

import static dev.switchboard.knowledge.intake.Folder.onlyProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.knowledge.article.Article;
import dev.switchboard.knowledge.intake.Import.Vanished;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WebReadingTest {
  Site site;

  @BeforeEach
  void openSite() throws IOException {
    site = new Site();
  }

  @AfterEach
  void closeSite() {
    site.close();
  }

  @Test
  void readsAPageUnderTheNameOfItsPath() {
    site.page("/help/shipping.html", "text/html", "<h1>Shipping</h1><p>Fast.</p>");

    Article article = read("/help/shipping.html").articles().getFirst();

    assertThat(article.id()).isEqualTo("help-shipping");
    assertThat(article.content().body()).isEqualTo("# Shipping\n\nFast.");
    assertThat(article.url()).isEqualTo(site.address("/help/shipping.html").toString());
    assertThat(article.source()).isEqualTo(article.url());
  }

  @Test
  void namesTheRootAfterItsHost() {
    site.page("/", "text/markdown", "Welcome");

    assertThat(read("/").articles().getFirst().id()).isEqualTo("127.0.0.1");
  }

  @Test
  void readsMarkdownThatIsSentAsPlainText() {
    site.page("/a.md", "text/plain", "# Hi\n\nText");

    assertThat(read("/a.md").articles().getFirst().content().title()).isEqualTo("Hi");
  }

  @Test
  void readsThePagesOfASitemapOnTheSameHost() {
    site.page("/sitemap.xml", "application/xml", sitemap("/a", "/b", "http://other.example/c"))
        .page("/a", "text/html", "<p>A</p>")
        .page("/b", "text/html", "<p>B</p>");

    Harvest harvest = read("/sitemap.xml");

    assertThat(harvest.articles()).extracting(Article::id).containsExactly("a", "b");
    assertThat(harvest.skipped())
        .extracting(Skipped::source)
        .containsExactly("http://other.example/c");
  }

  @Test
  void followsAnIndexOfSitemapsOneLevelDeep() {
    String index =
        sitemap("/s1", "/s2").replace("urlset", "sitemapindex").replace("url>", "sitemap>");
    site.page("/sitemap.xml", "text/xml", index)
        .page("/s1", "text/xml", sitemap("/a"))
        .page("/s2", "text/xml", index)
        .page("/a", "text/html", "<p>A</p>");

    Harvest harvest = read("/sitemap.xml");

    assertThat(harvest.articles()).extracting(Article::id).containsExactly("a");
    assertThat(harvest.problems())
        .extracting(Problem::reason)
        .containsExactly("this is not a sitemap of pages");
  }

  @Test
  void readsAThousandPagesOfASitemapAndNoMore() {
    String[] pages = IntStream.range(0, 1_200).mapToObj(i -> "/p" + i).toArray(String[]::new);
    site.page("/sitemap.xml", "text/xml", sitemap(pages)).page("/p", "text/plain", "Text");

    Harvest harvest = read("/sitemap.xml");

    assertThat(harvest.problems())
        .extracting(Problem::reason)
        .containsExactly("the sitemap names 1200 pages; the first 1,000 are read");
    assertThat(harvest.articles().size()).isEqualTo(1_000);
  }

  @Test
  void resolvesNoEntityOfASitemap() {
    String xml =
        "<!DOCTYPE x [<!ENTITY e SYSTEM '%s'>]><urlset><url><loc>%s&e;</loc></url></urlset>"
            .formatted(site.address("/secret"), site.address("/a"));
    site.page("/sitemap.xml", "text/xml", xml).page("/secret", "text/plain", "x");

    read("/sitemap.xml");

    assertThat(site.asked()).doesNotContain("/secret");
  }

  @Test
  void refusesXmlThatIsNoSitemap() {
    site.page("/feed", "text/xml", "<rss><channel/></rss>");

    assertThat(onlyProblem(read("/feed")).reason()).isEqualTo("the page is XML, but not a sitemap");
  }

  @Test
  void aPageThatIsDownForAWhileHasNotVanished() throws IOException {
    site.page("/sitemap.xml", "text/xml", sitemap("/a", "/b")).page("/a", "text/html", "<p>A</p>");
    site.page("/b", "text/html", "<p>B</p>");
    var store = new StoreStandIn();
    new Import(store).bring(read("/sitemap.xml"), Vanished.REPORT);
    Harvest down = withoutPage("b", read("/sitemap.xml"));

    ImportReport report = new Import(store).bring(down, Vanished.ARCHIVE);

    assertThat(report.vanished()).isEmpty();
  }

  private Harvest withoutPage(String id, Harvest harvest) {
    return new Harvest(
        harvest.source(),
        harvest.sheaves().stream()
            .filter(sheaf -> !sheaf.articles().getFirst().id().equals(id))
            .toList(),
        List.of(Problem.of(site.address("/" + id).toString(), "down")),
        harvest.skipped());
  }

  private Harvest read(String path) {
    return new KnowledgeReader(new WebFetcher(site.access())).read(site.address(path));
  }

  private String sitemap(String... pages) {
    return Stream.of(pages)
        .map(page -> page.startsWith("/") ? site.address(page).toString() : page)
        .map(page -> "<url><loc>" + page + "</loc></url>")
        .collect(Collectors.joining("", "<?xml version='1.0'?><urlset>", "</urlset>"));
  }
}
