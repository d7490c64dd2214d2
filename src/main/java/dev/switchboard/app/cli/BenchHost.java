package dev.switchboard.app.cli;

import dev.switchboard.app.bench.Host;
import dev.switchboard.knowledge.article.Article;
import dev.switchboard.knowledge.article.Articles;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Starts for the benchmark what {@code serve} starts. */
final class BenchHost implements Host {

  private static final Duration ENOUGH = Duration.ofHours(3);

  @Override
  public void store(Path data, List<Article> articles) {
    try (var context = Application.start(Application.on(data))) {
      context.getBean(Articles.class).saveAll(articles);
    }
  }

  @Override
  public Server start(Path data, Map<String, ?> given) {
    var settings = Application.on(data);
    settings.putAll(given);
    settings.put(RunningServer.PORT, RunningServer.ANY_FREE_PORT);
    var running = RunningServer.start(settings, line -> {});
    long start = System.nanoTime();
    running.awaitKnowledge(ENOUGH);
    return new Hosted(running, Duration.ofNanos(System.nanoTime() - start));
  }

  private record Hosted(RunningServer running, Duration indexing) implements Server {
    @Override
    public URI address() {
      return running.address();
    }

    @Override
    public <T> T part(Class<T> type) {
      return running.part(type);
    }

    @Override
    public void close() {
      running.close();
    }
  }
}
