package dev.switchboard.knowledge.index;

import dev.switchboard.bot.Passage;
import dev.switchboard.knowledge.index.Entry.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermQuery;

/** The index as it was at one moment. Safe for use by many threads until closed. */
public final class Snapshot implements AutoCloseable {

  /** Enough that HNSW finds nearly all of the true neighbours even among 100,000. */
  private static final int NEIGHBOURS = 50;

  private static final int MATCHES = 30;

  private final SearcherManager searchers;
  private final EntrySearcher searcher;

  Snapshot(SearcherManager searchers) throws IOException {
    this.searchers = searchers;
    searcher = (EntrySearcher) searchers.acquire();
  }

  /** How many entries it holds. */
  public int size() {
    return searcher.getIndexReader().numDocs();
  }

  /** How many segments it is made of, each of which is searched on its own. */
  int segments() {
    return searcher.getIndexReader().leaves().size();
  }

  /** Tells one state of the index from another: equal numbers, equal content. */
  public long state() {
    return ((org.apache.lucene.index.DirectoryReader) searcher.getIndexReader()).getVersion();
  }

  /** The languages that its entries are written in. */
  public Set<Locale> languages() {
    return searcher.languages();
  }

  /** Whether any of its entries belongs to a document. */
  public boolean hasDocuments() {
    try {
      var term = new Term(EntryDocuments.DOCUMENT, EntryDocuments.YES);
      return searcher.getIndexReader().docFreq(term) > 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The entries near a question, by words or by meaning, in no particular order.
   *
   * @param probes the question as a whole, then its sentences where they are looked up on their own
   * @param also articles that are scored even when nothing of them is near
   */
  public List<Hit> near(List<Probe> probes, Set<String> also) {
    try {
      var reader = searcher.getIndexReader();
      if (reader.numDocs() == 0) {
        return List.of();
      }
      var scorings = new ArrayList<Scoring>();
      for (var probe : probes) {
        scorings.add(Scoring.of(probe, searcher));
      }
      int[] docs = docs(scorings, also);
      var whole = scorings.getFirst().score(docs);
      var parts = new ArrayList<List<Hit>>();
      for (var scoring : scorings.subList(1, scorings.size())) {
        parts.add(scoring.score(docs));
      }
      return parts.isEmpty() ? whole : Parts.weighIn(whole, parts);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * An entry as it was indexed.
   *
   * @param text the wording, or the passage below its title and headings
   * @param passage what it leads to
   */
  public record Shown(String text, Passage passage) {}

  /** The entry of that number. */
  public Shown entry(int doc) {
    try {
      var document = searcher.storedFields().document(doc);
      return new Shown(document.get(EntryDocuments.TEXT), EntryDocuments.passage(document));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Hands over every wording of every FAQ with its vector. */
  public void wordings(BiConsumer<Wording, float[]> each) {
    try {
      for (var leaf : searcher.getIndexReader().leaves()) {
        wordings(leaf, each);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      searchers.release(searcher);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A wording of a FAQ.
   *
   * @param articleId the FAQ
   * @param text the wording
   */
  public record Wording(String articleId, String text) {}

  private void wordings(LeafReaderContext leaf, BiConsumer<Wording, float[]> each)
      throws IOException {
    var reader = leaf.reader();
    var kinds = DocValues.getNumeric(reader, EntryDocuments.KIND);
    var vectors = reader.getFloatVectorValues(EntryDocuments.VECTOR);
    if (vectors == null) {
      return;
    }
    var live = reader.getLiveDocs();
    var stored = reader.storedFields();
    var at = vectors.iterator();
    for (int doc = at.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = at.nextDoc()) {
      boolean alive = live == null || live.get(doc);
      if (alive
          && kinds.advanceExact(doc)
          && EntryDocuments.kind(kinds.longValue()) == Kind.WORDING) {
        var document = stored.document(doc, Set.of(EntryDocuments.ARTICLE, EntryDocuments.TEXT));
        each.accept(
            new Wording(document.get(EntryDocuments.ARTICLE), document.get(EntryDocuments.TEXT)),
            vectors.vectorValue(at.index()));
      }
    }
  }

  private int[] docs(List<Scoring> scorings, Set<String> also) throws IOException {
    var found = IntStream.builder();
    for (var scoring : scorings) {
      collect(scoring.byMeaning(NEIGHBOURS), NEIGHBOURS, found);
      collect(scoring.byWords(), MATCHES, found);
    }
    for (var id : also) {
      collect(new TermQuery(new Term(EntryDocuments.ARTICLE, id)), MATCHES, found);
    }
    return found.build().sorted().distinct().toArray();
  }

  private void collect(Query query, int most, IntStream.Builder found) throws IOException {
    for (ScoreDoc hit : searcher.search(query, most).scoreDocs) {
      found.add(hit.doc);
    }
  }
}
