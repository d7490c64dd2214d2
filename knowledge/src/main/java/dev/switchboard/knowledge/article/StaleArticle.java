package dev.switchboard.knowledge.article;

/** Somebody else has stored a newer version since the article was read. */
public final class StaleArticle extends RuntimeException {
  private static final long serialVersionUID = 1;

  public StaleArticle(String id, int basedOn, int newest) {
    super(
        "article %s was changed meanwhile: this change is based on version %d, the newest is %d"
            .formatted(id, basedOn, newest));
  }
}
