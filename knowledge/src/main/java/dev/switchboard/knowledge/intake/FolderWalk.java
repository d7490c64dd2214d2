package dev.switchboard.knowledge.intake;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What lies in a folder and all folders below it, sorted by name. */
final class FolderWalk extends SimpleFileVisitor<Path> {
  // Five times the largest knowledge we plan for: more is the wrong folder.
  private static final int MAX_FILES = 50_000;

  private final Path root;
  private final TreeSet<Path> files = new TreeSet<>();
  private final List<Path> folders = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private final List<Skipped> skipped = new ArrayList<>();

  private FolderWalk(Path root) {
    this.root = root;
  }

  /** Walks through a folder, or just to the file if it is one. */
  static FolderWalk of(Path root) throws IOException {
    var walk = new FolderWalk(root);
    if (Files.isDirectory(root)) {
      Files.walkFileTree(root, walk);
    } else {
      walk.files.add(root);
    }
    return walk;
  }

  Iterable<Path> files() {
    return files;
  }

  int count() {
    return files.size();
  }

  List<Path> folders() {
    return folders;
  }

  List<Problem> problems() {
    return problems;
  }

  List<Skipped> skipped() {
    return skipped;
  }

  @Override
  public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
    if (!folder.equals(root) && isHidden(folder)) {
      return FileVisitResult.SKIP_SUBTREE;
    }
    folders.add(folder);
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
    if (isHidden(file)) {
      return FileVisitResult.CONTINUE;
    }
    if (attributes.isSymbolicLink() && !staysInside(file)) {
      skip(file, "it is a link that leads out of the folder or to another folder");
    } else if (!Files.isRegularFile(file)) {
      skip(file, "it is not a file");
    } else if (Format.of(file.getFileName().toString()).isEmpty()) {
      skip(file, "it is none of CSV, JSONL, Markdown, HTML, text, PDF, DOCX");
    } else {
      files.add(file);
    }
    return files.size() < MAX_FILES ? FileVisitResult.CONTINUE : tooMany();
  }

  // "~$" is what Word leaves beside a document as long as it is open.
  private static boolean isHidden(Path path) {
    String name = path.getFileName().toString();
    return name.startsWith(".") || name.startsWith("~$");
  }

  private boolean staysInside(Path link) {
    try {
      return link.toRealPath().startsWith(root) && Files.isRegularFile(link);
    } catch (IOException e) {
      return false;
    }
  }

  private void skip(Path file, String reason) {
    skipped.add(new Skipped(Sources.of(file), reason));
  }

  private FileVisitResult tooMany() {
    problems.add(
        Problem.of(
            Sources.of(root), "the folder holds more than %d files to read".formatted(MAX_FILES)));
    files.clear();
    return FileVisitResult.TERMINATE;
  }

  @Override
  public FileVisitResult visitFileFailed(Path file, IOException fault) {
    problems.add(Problem.of(Sources.of(file), LocalFile.reason(fault)));
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException fault) {
    if (fault != null) {
      problems.add(Problem.of(Sources.of(folder), LocalFile.reason(fault)));
    }
    return FileVisitResult.CONTINUE;
  }
}
