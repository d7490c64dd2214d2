package dev.switchboard.bot.brief;

import dev.switchboard.bot.brief.CaseBrief.Enclosed;
import dev.switchboard.bot.conversation.Attachment;
import dev.switchboard.bot.conversation.Attachments;
import dev.switchboard.bot.conversation.Bell;
import dev.switchboard.bot.conversation.Happening;
import dev.switchboard.bot.conversation.Turn;
import dev.switchboard.bot.media.DocumentText;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How the files of a case begin. Text is read at once; documents are read one after the other,
 * since that takes seconds, and who looks at the case is told when there is more to see.
 */
@Singleton
final class Enclosures {
  private static final Logger LOG = LoggerFactory.getLogger(Enclosures.class);
  private static final int MOST_FILES = 10;
  private static final int MOST_KEPT = 1_000;
  private static final int MOST_BYTES = 4_096;
  private static final int MOST_LINES = 8;
  private static final int LONGEST = 600;
  private static final Set<String> TEXTS = Set.of("text/plain", "text/csv");

  private final Attachments attachments;
  private final DocumentText documents;
  private final Bell bell;
  private final Recent<String, String> texts = new Recent<>(MOST_KEPT);
  private final Set<String> reading = ConcurrentHashMap.newKeySet();
  private final ExecutorService reader =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("documents").factory());

  Enclosures(Attachments attachments, DocumentText documents, Bell bell) {
    this.attachments = attachments;
    this.documents = documents;
    this.bell = bell;
  }

  /** The latest files that came with the turns, in their order. */
  List<Enclosed> of(String conversationId, List<Turn> turns) {
    var numbers = turns.stream().map(Turn::seq).collect(Collectors.toSet());
    var files =
        attachments.of(conversationId).entrySet().stream()
            .filter(each -> numbers.contains(each.getKey()))
            .sorted(Comparator.comparing(each -> each.getKey()))
            .flatMap(each -> each.getValue().stream())
            .toList();
    return files.subList(Math.max(0, files.size() - MOST_FILES), files.size()).stream()
        .map(file ->
            new Enclosed(
                file.id(), file.name(), file.mediaType(), file.size(), file.seq(), text(file)))
        .toList();
  }

  private String text(Attachment file) {
    if (file.kind() != Attachment.Kind.FILE) {
      return "";
    }
    return texts
        .find(file.id())
        .orElseGet(() -> TEXTS.contains(file.mediaType()) ? readNow(file) : readSoon(file));
  }

  private String readNow(Attachment file) {
    var text = attachments.bytes(file).map(Enclosures::beginning).map(Enclosures::cut).orElse("");
    texts.put(file.id(), text);
    return text;
  }

  private static String beginning(Path file) {
    try (var bytes = Files.newInputStream(file)) {
      return new String(bytes.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
    } catch (IOException gone) {
      return "";
    }
  }

  private String readSoon(Attachment file) {
    if (reading.add(file.id())) {
      reader.execute(() -> readDocument(file));
    }
    return "";
  }

  private void readDocument(Attachment file) {
    try {
      var text = attachments.bytes(file).flatMap(path -> documents.of(path, file.mediaType()));
      texts.put(file.id(), text.map(Enclosures::cut).orElse(""));
      bell.ring(new Happening.Changed(file.conversationId()));
    } catch (RuntimeException fault) {
      LOG.warn("an attached document cannot be read: {}", fault.getClass().getSimpleName());
    } finally {
      reading.remove(file.id());
    }
  }

  private static String cut(String text) {
    var lines =
        text.lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty())
            .limit(MOST_LINES)
            .collect(Collectors.joining("\n"));
    return Cut.to(LONGEST, lines);
  }

  @PreDestroy
  void close() {
    reader.shutdownNow();
  }
}
