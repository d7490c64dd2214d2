package dev.switchboard.knowledge;

import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.switchboard.knowledge.index.KnowledgeIndex;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Function;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.util.IOUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder that holds the index: as it can be made again from the store at any time, a damaged
 * one is thrown away.
 */
public final class IndexFolder {
  private static final Logger LOG = LoggerFactory.getLogger(IndexFolder.class);

  private final Path folder;

  /** The index in that folder and nothing else; made when missing. */
  public IndexFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * Opens the index, empty when it was missing or damaged.
   *
   * @throws IndexInUse when another process has it open
   * @throws UncheckedIOException when the folder cannot be written
   */
  public KnowledgeIndex open(EmbeddingModel model, Function<String, Locale> detector) {
    try {
      clearIfDamaged();
      return KnowledgeIndex.in(folder, model, detector);
    } catch (LockObtainFailedException taken) {
      throw new IndexInUse(folder, taken);
    } catch (IOException fault) {
      throw new UncheckedIOException("cannot open the index in " + folder, fault);
    }
  }

  // Before the writer has it: a writer that fails while opening keeps its lock.
  private void clearIfDamaged() throws IOException {
    try (var directory = FSDirectory.open(folder);
        var alone = directory.obtainLock(IndexWriter.WRITE_LOCK_NAME)) {
      alone.ensureValid();
      if (isSound(directory)) {
        return;
      }
    }
    IOUtils.rm(folder);
  }

  private boolean isSound(FSDirectory directory) {
    try {
      if (DirectoryReader.indexExists(directory)) {
        DirectoryReader.open(directory).close();
      }
      return true;
    } catch (IOException | RuntimeException damage) {
      LOG.warn("The index in {} is damaged and is made anew: {}", folder, damage.toString());
      return false;
    }
  }
}
