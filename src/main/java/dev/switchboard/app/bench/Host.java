package dev.switchboard.app.bench;

import dev.switchboard.knowledge.article.Article;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Starts servers as the command line does. */
public interface Host {

  /** Stores articles in a new data folder, as one import does. */
  void store(Path data, List<Article> articles);

  /**
   * Starts a server on a data folder, on a free port, and returns when it answers from all of it.
   */
  default Server start(Path data) {
    return start(data, Map.of());
  }

  /**
   * As {@link #start(Path)}.
   *
   * @param settings win over what is set elsewhere
   */
  Server start(Path data, Map<String, ?> settings);

  /** A running server of this process. */
  interface Server extends AutoCloseable {
    /** Where it listens. */
    URI address();

    /** One of its beans. */
    <T> T part(Class<T> type);

    /** How long it took to index everything and learn from it, once it listened. */
    Duration indexing();

    @Override
    void close();
  }
}
