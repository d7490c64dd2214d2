package dev.switchboard.knowledge.index;

import java.io.IOException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.search.IndexSearcher;

/**
 * Searches one state of the index and keeps what questions would work out anew each time: a changed
 * index has another searcher, so nothing of it outlives that state.
 */
final class EntrySearcher extends IndexSearcher {

  /** Below a megabyte, and far more words than customers misspell between two changes. */
  private static final int CORRECTIONS = 4_096;

  private final Set<Locale> languages;
  private final Corrections corrections = new Corrections(CORRECTIONS);

  EntrySearcher(IndexReader reader) throws IOException {
    super(reader);
    setQueryCache(null);
    languages = Set.copyOf(languages(reader));
  }

  /** The languages that the entries are written in. */
  Set<Locale> languages() {
    return languages;
  }

  /** The spelling of one question. */
  Spelling spelling() {
    return new Spelling(getIndexReader(), corrections);
  }

  private static Set<Locale> languages(IndexReader reader) throws IOException {
    var languages = new HashSet<Locale>();
    var terms = MultiTerms.getTerms(reader, EntryDocuments.LANGUAGE);
    if (terms != null) {
      var each = terms.iterator();
      for (var term = each.next(); term != null; term = each.next()) {
        languages.add(EntryDocuments.language(term));
      }
    }
    return languages;
  }
}
