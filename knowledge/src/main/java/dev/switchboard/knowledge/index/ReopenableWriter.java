package dev.switchboard.knowledge.index;

import java.io.IOException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.MergePolicy;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;

/**
 * The writer of a directory, and what searches see of it.
 *
 * <p>Lucene closes a writer for good when a write fails, as on a full disk, and drops what was not
 * committed. Searches go on seeing what they saw, every further change fails, and {@link #reopen}
 * begins again at the last commit. Safe for use by many threads.
 */
final class ReopenableWriter implements AutoCloseable {

  /** Each segment is a search of its own: nine of them take three times as long as one. */
  private static final int MOST_SEGMENTS = 6;

  /** Lucene's default of ten favours writing; questions are asked far more often. */
  private static final int SEGMENTS_PER_TIER = 3;

  private static final SearcherFactory SEARCHERS =
      new SearcherFactory() {
        @Override
        public IndexSearcher newSearcher(IndexReader reader, @Nullable IndexReader previous)
            throws IOException {
          return new EntrySearcher(reader);
        }
      };

  private final Directory directory;
  private final MergePolicy policy;
  private volatile IndexWriter writer;
  private volatile SearcherManager searchers;
  private boolean shown = true;
  private boolean merging;

  ReopenableWriter(Directory directory) throws IOException {
    this(directory, new TieredMergePolicy().setSegmentsPerTier(SEGMENTS_PER_TIER));
  }

  /** Merges by itself as the policy says. */
  ReopenableWriter(Directory directory, MergePolicy policy) throws IOException {
    this.directory = directory;
    this.policy = policy;
    writer = new IndexWriter(directory, configuration());
    searchers = new SearcherManager(writer, SEARCHERS);
  }

  /** Takes the changes; closed after a write that failed. */
  IndexWriter writer() {
    return writer;
  }

  /**
   * Opens another writer where a failed write has closed this one.
   *
   * @throws IOException when the directory cannot be written still
   */
  synchronized void reopen() throws IOException {
    if (!writer.isOpen()) {
      writer = new IndexWriter(directory, configuration());
      // Not yet for searches: what was lost is only being written again.
      shown = false;
      merging = false;
    }
  }

  /**
   * Begins to merge where searches have to visit too many segments, without waiting for it.
   *
   * @return whether what was begun before has come to its end and is to be committed
   */
  synchronized boolean merge() throws IOException {
    if (merging) {
      merging = writer.hasPendingMerges() || !writer.getMergingSegments().isEmpty();
      return !merging;
    }
    merging = isScattered();
    if (merging) {
      writer.forceMerge(1, false);
    }
    return false;
  }

  /** Whether searches have to visit too many segments. */
  boolean isScattered() throws IOException {
    try (var snapshot = snapshot()) {
      return snapshot.segments() > MOST_SEGMENTS;
    }
  }

  /** Lets searches see all changes made so far. */
  synchronized void refresh() throws IOException {
    if (shown) {
      searchers.maybeRefreshBlocking();
    } else {
      var before = searchers;
      searchers = new SearcherManager(writer, SEARCHERS);
      shown = true;
      before.close();
    }
  }

  /** The index as searches see it now; to be closed. */
  Snapshot snapshot() throws IOException {
    while (true) {
      var current = searchers;
      try {
        return new Snapshot(current);
      } catch (AlreadyClosedException gone) {
        if (current == searchers) {
          throw gone;
        }
      }
    }
  }

  @Override
  public synchronized void close() throws IOException {
    IOUtils.close(searchers, writer);
  }

  private IndexWriterConfig configuration() {
    return new IndexWriterConfig()
        .setCommitOnClose(false)
        .setCodec(new CompactVectors())
        .setMergePolicy(policy)
        .setMergeScheduler(new QuietMerges());
  }
}
