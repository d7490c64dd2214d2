package dev.switchboard.app.wiring;

import dev.switchboard.knowledge.article.Articles;
import dev.switchboard.knowledge.intake.FolderWatch;
import dev.switchboard.knowledge.intake.Import;
import dev.switchboard.knowledge.intake.Import.Vanished;
import dev.switchboard.knowledge.intake.KnowledgeReader;
import io.micronaut.context.annotation.Property;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What a server knows from its start on: the files that were named, which are then followed as long
 * as it runs, or else what its store holds, or else the sample.
 */
@Singleton
public final class StartingKnowledge {
  /** Setting: a file or folder to answer from, held in memory. */
  public static final String PATH = "switchboard.knowledge";

  private static final Duration MISSED_CHANGES = Duration.ofMinutes(1);

  private final Articles articles;
  private final KnowledgeReader reader;
  private final Import imports;
  private final Optional<Path> path;
  private Optional<FolderWatch> watch = Optional.empty();

  StartingKnowledge(
      Articles articles,
      KnowledgeReader reader,
      Import imports,
      @Property(name = PATH) Optional<String> path) {
    this.articles = articles;
    this.reader = reader;
    this.imports = imports;
    this.path = path.map(Path::of);
  }

  /** Whether the store holds it already, so that there is nothing to load. */
  public boolean isStored() {
    return path.isEmpty() && articles.revision() > 0;
  }

  /**
   * Loads it; returns when everything is in the store.
   *
   * @param tell hears, a line at a time, what the person who started the server should know; called
   *     from another thread, too, as long as named files are followed
   */
  public void load(Consumer<String> tell) {
    if (path.isPresent()) {
      follow(path.get(), tell);
    } else if (!isStored()) {
      loadSample(tell);
    }
  }

  private void loadSample(Consumer<String> tell) {
    var report = imports.bring(Sample.read(reader), Vanished.REPORT);
    report.problems().forEach(problem -> tell.accept(problem.text()));
    tell.accept(
        "There is no knowledge yet: loaded %d articles of an invented shop to try out"
            .formatted(report.added().size()));
  }

  private void follow(Path files, Consumer<String> tell) {
    var news = new ImportNews(tell);
    try {
      watch =
          Optional.of(
              new FolderWatch(files, reader, imports, Vanished.ARCHIVE, MISSED_CHANGES, news));
    } catch (IOException fault) {
      throw new UncheckedIOException("cannot watch " + files, fault);
    }
    news.awaitFirst();
  }

  @PreDestroy
  void close() throws IOException {
    if (watch.isPresent()) {
      watch.get().close();
    }
  }
}
