package dev.switchboard.app.wiring;

import dev.switchboard.knowledge.article.Article;
import dev.switchboard.knowledge.intake.Harvest;
import dev.switchboard.knowledge.intake.KnowledgeReader;
import dev.switchboard.knowledge.intake.Sheaf;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The bundled knowledge of an invented shop, so that there is something to ask from the start. */
public final class Sample {
  private static final String SOURCE = "sample:";
  private static final String FOLDER = "/sample";
  private static final List<String> KNOWLEDGE = List.of("faq.csv", "documents");

  private Sample() {}

  /** Reads it from the jar, or from the folder of classes. */
  public static Harvest read(KnowledgeReader reader) {
    var place = Objects.requireNonNull(Sample.class.getResource(FOLDER + "/faq.csv"));
    try {
      return place.openConnection() instanceof JarURLConnection jar
          ? inJar(jar.getJarFileURL(), reader)
          : in(Path.of(place.toURI()).resolveSibling(""), reader);
    } catch (IOException fault) {
      throw new UncheckedIOException("the bundled sample cannot be read", fault);
    } catch (URISyntaxException fault) {
      throw new IllegalStateException(fault);
    }
  }

  private static Harvest inJar(URL file, KnowledgeReader reader)
      throws IOException, URISyntaxException {
    try (var jar = FileSystems.newFileSystem(Path.of(file.toURI()))) {
      return in(jar.getPath(FOLDER), reader);
    }
  }

  private static Harvest in(Path folder, KnowledgeReader reader) {
    var harvests = KNOWLEDGE.stream().map(name -> reader.read(folder.resolve(name))).toList();
    return new Harvest(
        SOURCE,
        harvests.stream().flatMap(part -> part.sheaves().stream()).map(Sample::ours).toList(),
        harvests.stream().flatMap(part -> part.problems().stream()).toList(),
        List.of());
  }

  /** Where the files lie differs from machine to machine and means nothing to a team. */
  private static Sheaf ours(Sheaf sheaf) {
    Stream<Article> articles =
        sheaf.articles().stream().map(article -> article.importedFrom(SOURCE));
    return new Sheaf(SOURCE, articles.toList());
  }
}
