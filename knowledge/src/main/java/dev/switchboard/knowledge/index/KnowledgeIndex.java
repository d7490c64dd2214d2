package dev.switchboard.knowledge.index;

import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.switchboard.knowledge.article.Article;
import dev.switchboard.knowledge.text.PassageCutter;
import dev.switchboard.knowledge.text.TokenCount;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.MMapDirectory;

/**
 * The articles as Lucene holds them: derived from the store, never the truth.
 *
 * <p>A change is visible to the next search when the method that made it has returned, and durable
 * after {@link #commit}. Safe for use by many threads; a directory has one writer.
 */
public final class KnowledgeIndex implements AutoCloseable {

  private static final String REVISION = "revision";
  private static final String FORMAT = "format";

  /** Grows with every change of what is indexed and how, so that an older index is rebuilt. */
  private static final String LAYOUT = "2";

  private static final int BATCH = 256;

  private final Directory directory;
  private final ReopenableWriter index;
  private final EmbeddingModel model;
  private final String format;
  private final Entries entries;

  private KnowledgeIndex(
      Directory directory, EmbeddingModel model, Function<String, Locale> detector)
      throws IOException {
    this.directory = directory;
    this.model = model;
    entries = new Entries(new PassageCutter(new TokenCount(), TokenCount.LIMIT), detector);
    format = "%s, %d numbers of %s".formatted(LAYOUT, model.dimension(), model.modelName());
    index = new ReopenableWriter(directory);
    if (revision() < 0) {
      // At once, as questions may come before the follower does: Lucene fails for other dimensions.
      clear();
    }
  }

  /** A throw-away index in memory. */
  public static KnowledgeIndex inMemory(EmbeddingModel model, Function<String, Locale> detector) {
    try {
      return new KnowledgeIndex(new ByteBuffersDirectory(), model, detector);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The index in a folder, made when missing.
   *
   * @throws IOException when the folder is damaged, in use by another process or cannot be written
   */
  public static KnowledgeIndex in(
      Path folder, EmbeddingModel model, Function<String, Locale> detector) throws IOException {
    return in(new MMapDirectory(folder), model, detector);
  }

  /**
   * The index in a Lucene directory, which is closed with it.
   *
   * @throws IOException as {@link #in(Path, EmbeddingModel, Function)} does
   */
  public static KnowledgeIndex in(
      Directory directory, EmbeddingModel model, Function<String, Locale> detector)
      throws IOException {
    try {
      var index = new KnowledgeIndex(directory, model, detector);
      if (!DirectoryReader.indexExists(directory)) {
        // Only a crash in the very first commit needs help, so it happens before anything counts.
        index.commit(0);
      }
      return index;
    } catch (IOException | RuntimeException e) {
      directory.close();
      throw e;
    }
  }

  /**
   * Makes the index writable again after a change that failed, and forgets what was not committed:
   * to be called before changes that lead up to a commit. Searches see what they saw until the next
   * change.
   */
  public void reopen() {
    try {
      index.reopen();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Replaces everything known of each article by what it says now. */
  public void put(Collection<Article> articles) {
    var batch = new ArrayList<Article>();
    for (var article : articles) {
      batch.add(article);
      if (batch.size() == BATCH) {
        replace(batch);
        batch.clear();
      }
    }
    replace(batch);
    refresh();
  }

  /** Forgets the articles. */
  public void remove(Collection<String> ids) {
    try {
      for (var id : ids) {
        index.writer().deleteDocuments(new Term(EntryDocuments.ARTICLE, id));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    refresh();
  }

  /** Makes all changes durable, together with the revision of the store that they reach up to. */
  public void commit(long revision) {
    try {
      var data = Map.of(REVISION, Long.toString(revision), FORMAT, format);
      index.writer().setLiveCommitData(data.entrySet());
      index.writer().commit();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Keeps searches fast after many changes: merges what is scattered, in the background. To be
   * called now and then; what is merged is durable, and searched, only after a later call.
   */
  public void settle() {
    try {
      if (index.merge()) {
        commit(revision());
        refresh();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether searches take longer than they need to, until {@link #settle} has done its work. */
  public boolean isScattered() {
    try {
      return index.isScattered();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The revision of the last commit; -1 when it was made by another version or model. */
  public long revision() {
    var data = index.writer().getLiveCommitData();
    var found = "";
    long revision = 0;
    if (data == null) {
      return revision;
    }
    for (var entry : data) {
      switch (entry.getKey()) {
        case FORMAT -> found = entry.getValue();
        case REVISION -> revision = Long.parseLong(entry.getValue());
        default -> {}
      }
    }
    return found.equals(format) ? revision : -1;
  }

  /** Forgets every article. */
  public void clear() {
    try {
      index.writer().deleteAll();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    refresh();
  }

  /** The index as it is now; to be closed. */
  public Snapshot snapshot() {
    try {
      return index.snapshot();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try (directory) {
      index.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void replace(List<Article> articles) {
    var all = new ArrayList<Entry>();
    for (var article : articles) {
      all.addAll(entries.of(article));
    }
    var vectors = embed(all);
    try {
      for (var article : articles) {
        index.writer().deleteDocuments(new Term(EntryDocuments.ARTICLE, article.id()));
      }
      for (int i = 0; i < all.size(); i++) {
        index.writer().addDocument(EntryDocuments.document(all.get(i), vectors.get(i)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<float[]> embed(List<Entry> all) {
    if (all.isEmpty()) {
      return List.of();
    }
    var texts = all.stream().map(entry -> TextSegment.from(entry.text())).toList();
    return model.embedAll(texts).content().stream().map(one -> one.vector()).toList();
  }

  private void refresh() {
    try {
      index.refresh();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
