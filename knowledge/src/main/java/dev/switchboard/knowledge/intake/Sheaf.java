package dev.switchboard.knowledge.intake;

import dev.switchboard.knowledge.article.Article;
import java.util.List;

/**
 * The articles of one file or web page, which are imported together or not at all.
 *
 * @param source the file (as an address) or the web page
 * @param articles at least one
 */
public record Sheaf(String source, List<Article> articles) {

  public Sheaf {
    articles = List.copyOf(articles);
  }
}
