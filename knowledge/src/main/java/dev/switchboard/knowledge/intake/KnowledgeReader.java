package dev.switchboard.knowledge.intake;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.function.Function;

/**
 * Reads knowledge from files, folders and web pages.
 *
 * <p>It never fails for what it reads: each file gives all of its articles or at least one problem.
 * It changes nothing and is safe for use by many threads.
 */
public final class KnowledgeReader {
  private final WebFetcher web;

  /** A reader that takes web pages through the given fetcher. */
  public KnowledgeReader(WebFetcher web) {
    this.web = web;
  }

  /** Reads a file, or a folder with all folders below it; hidden files are left out. */
  public Harvest read(Path path) {
    return read(path, Progress.SILENT);
  }

  /** Reads as {@link #read(Path)} does and says how far it has come. */
  public Harvest read(Path path, Progress progress) {
    return read(path, new LocalFile(), progress);
  }

  /** Reads a web page, or the pages that a sitemap names. */
  public Harvest read(URI address) {
    return read(address, Progress.SILENT);
  }

  /** Reads as {@link #read(URI)} does and says how far it has come. */
  public Harvest read(URI address, Progress progress) {
    return new WebReading(web, address, progress).harvest();
  }

  Harvest read(Path path, Function<Path, Yield> file, Progress progress) {
    try {
      Path root = Sources.real(path);
      return read(root, FolderWalk.of(root), file, progress);
    } catch (IOException e) {
      String source = Sources.of(path.toAbsolutePath().normalize());
      return Harvest.failed(Problem.of(source, LocalFile.reason(e)));
    }
  }

  private static Harvest read(
      Path root, FolderWalk walk, Function<Path, Yield> file, Progress progress) {
    var gathered = new Gathered();
    int done = 0;
    for (Path path : walk.files()) {
      gathered.add(Sources.of(path), file.apply(path));
      progress.files(++done, walk.count());
    }
    return gathered.harvest(Sources.of(root), walk.problems(), walk.skipped());
  }
}
