package dev.switchboard.knowledge.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.switchboard.knowledge.intake.Extraction.Ending;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * A PDF or DOCX, taken apart in a process of its own: what its parser eats up, in memory, time or
 * worse, is not ours.
 */
final class DocumentApart implements Parser {
  private static final Duration TIME = Duration.ofSeconds(20);
  // 1 million characters of 4 bytes, and the marks around them.
  private static final int MAX_OUTPUT = 16 << 20;
  private static final int MAX_DEPTH = 200;

  private final Extraction.Kind kind;
  private final Duration time;

  DocumentApart(Extraction.Kind kind) {
    this(kind, TIME);
  }

  /** A parser whose process is killed after that time. */
  DocumentApart(Extraction.Kind kind, Duration time) {
    this.kind = kind;
    this.time = time;
  }

  @Override
  public Yield parse(Origin origin, byte[] bytes) throws Refused {
    try {
      Element content = content(bytes);
      String body = HtmlToMarkdown.of(content);
      if (body.isBlank()) {
        throw new Refused("the document holds no text; if it is a scan, have its text recognised");
      }
      return new Entry(origin, 0, Map.of()).document(title(origin, content), body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * How those of its first pages look that show more than text, as PNG.
   *
   * @throws Refused when they cannot be drawn
   */
  List<byte[]> pages(byte[] bytes) throws IOException, Refused {
    try (var room = new TemporaryFolder()) {
      Path file = Files.write(room.path().resolve("document"), bytes);
      Ending ending = end(command(room.path(), file).redirectOutput(Redirect.DISCARD).start());
      if (ending != Ending.DONE) {
        throw new Refused(ending.reason());
      }
      var pages = new ArrayList<byte[]>();
      for (int i = 0; i < Extraction.MOST_PAGES; i++) {
        var page = Extraction.page(file, i);
        if (Files.exists(page) && Files.size(page) <= MAX_OUTPUT) {
          pages.add(Files.readAllBytes(page));
        }
      }
      return pages;
    }
  }

  private static String title(Origin origin, Element content) {
    Element heading = content.selectFirst("h1, h2, h3");
    return heading == null || heading.text().isBlank() ? origin.name() : heading.text().strip();
  }

  private Element content(byte[] bytes) throws IOException, Refused {
    try (var room = new TemporaryFolder()) {
      Path file = Files.write(room.path().resolve("document"), bytes);
      Path out = room.path().resolve("text");
      Ending ending = end(command(room.path(), file).redirectOutput(out.toFile()).start());
      if (ending != Ending.DONE) {
        throw new Refused(ending.reason());
      }
      return xhtml(out).body();
    }
  }

  private ProcessBuilder command(Path room, Path file) throws IOException {
    Path noHosts = Files.createFile(room.resolve("hosts"));
    var command =
        new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Djava.awt.headless=true",
                "-Djava.io.tmpdir=" + room,
                // Names are looked up in an empty file, so none is ever asked for outside.
                "-Djdk.net.hosts.file=" + noHosts,
                "-Djavax.xml.accessExternalDTD=",
                "-Djavax.xml.accessExternalSchema=",
                "-Djavax.xml.accessExternalStylesheet=",
                Extraction.class.getName(),
                kind.name(),
                file.toString()));
    // Keys and passwords of the server are in its environment: the child gets nothing of it.
    command.environment().clear();
    command.environment().put("CLASSPATH", classPath());
    return command.directory(room.toFile()).redirectError(Redirect.DISCARD);
  }

  // The child works in another folder, where relative entries would lead nowhere.
  private static String classPath() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  private Ending end(Process child) {
    try {
      return child.waitFor(time) ? Ending.of(child.exitValue()) : Ending.TOO_SLOW;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Ending.TOO_SLOW;
    } finally {
      child.destroyForcibly().onExit().join();
    }
  }

  private static Document xhtml(Path out) throws IOException, Refused {
    if (Files.size(out) > MAX_OUTPUT) {
      throw new Refused(Ending.TOO_LONG.reason());
    }
    var parser = org.jsoup.parser.Parser.htmlParser().setMaxDepth(MAX_DEPTH);
    return Jsoup.parse(Files.readString(out, UTF_8), "", parser);
  }
}
