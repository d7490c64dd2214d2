package dev.switchboard.knowledge.index;

import dev.switchboard.knowledge.index.Entry.Kind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.VectorUtil;
import org.jspecify.annotations.Nullable;

/** Scores given entries in every way, however they were found. */
final class Scoring {

  private final IndexSearcher searcher;
  private final LexicalQuery stems;
  private final LexicalQuery words;
  private final float[] vector;
  private final float[] left;
  private final float[] right;

  private Scoring(IndexSearcher searcher, LexicalQuery stems, LexicalQuery words, float[] vector) {
    this.searcher = searcher;
    this.stems = stems;
    this.words = words;
    this.vector = vector;
    left = Arrays.copyOfRange(vector, 0, vector.length / 2);
    right = Arrays.copyOfRange(vector, vector.length / 2, vector.length);
  }

  /** The ways of a probe to score entries in any of the index's languages. */
  static Scoring of(Probe probe, EntrySearcher searcher) throws IOException {
    var reader = searcher.getIndexReader();
    var spelled = searcher.spelling().corrected(probe.text());
    return new Scoring(
        searcher,
        LexicalQuery.stems(spelled, searcher.languages(), reader),
        LexicalQuery.words(spelled, reader),
        probe.vector());
  }

  /** Finds this many entries nearest in meaning. */
  Query byMeaning(int most) {
    return new KnnFloatVectorQuery(EntryDocuments.VECTOR, vector, most);
  }

  /** Finds entries with any of the words, in either form. */
  Query byWords() {
    return new BooleanQuery.Builder()
        .add(stems.query(), Occur.SHOULD)
        .add(words.query(), Occur.SHOULD)
        .build();
  }

  /** The hits for the entries, given by ascending number. */
  List<Hit> score(int[] docs) throws IOException {
    var hits = new ArrayList<Hit>(docs.length);
    var leaves = searcher.getIndexReader().leaves();
    var stemWeight = weight(stems);
    var wordWeight = weight(words);
    int next = 0;
    while (next < docs.length) {
      var leaf = leaves.get(ReaderUtil.subIndex(docs[next], leaves));
      int end = next;
      while (end < docs.length && docs[end] < leaf.docBase + leaf.reader().maxDoc()) {
        end++;
      }
      score(leaf, Arrays.copyOfRange(docs, next, end), stemWeight, wordWeight, hits);
      next = end;
    }
    return hits;
  }

  private void score(
      LeafReaderContext leaf, int[] docs, Weight stemWeight, Weight wordWeight, List<Hit> hits)
      throws IOException {
    var articles = DocValues.getSorted(leaf.reader(), EntryDocuments.ARTICLE);
    var languages = DocValues.getSorted(leaf.reader(), EntryDocuments.LANGUAGE);
    var kinds = DocValues.getNumeric(leaf.reader(), EntryDocuments.KIND);
    var documents = DocValues.getNumeric(leaf.reader(), EntryDocuments.DOCUMENT);
    var vectors = leaf.reader().getFloatVectorValues(EntryDocuments.VECTOR);
    var at = vectors.iterator();
    var stemScorer = stemWeight.scorer(leaf);
    var wordScorer = wordWeight.scorer(leaf);
    for (int doc : docs) {
      int local = doc - leaf.docBase;
      articles.advanceExact(local);
      languages.advanceExact(local);
      kinds.advanceExact(local);
      documents.advanceExact(local);
      at.advance(local);
      var other = vectors.vectorValue(at.index());
      hits.add(
          new Hit(
              doc,
              articles.lookupOrd(articles.ordValue()).utf8ToString(),
              EntryDocuments.kind(kinds.longValue()) == Kind.WORDING,
              documents.longValue() == 1,
              EntryDocuments.language(languages.lookupOrd(languages.ordValue())),
              share(stemScorer, local, stems),
              share(wordScorer, local, words),
              cosine(left, other, 0),
              cosine(right, other, left.length)));
    }
  }

  private Weight weight(LexicalQuery query) throws IOException {
    return searcher.createWeight(searcher.rewrite(query.query()), ScoreMode.COMPLETE, 1);
  }

  private static double share(@Nullable Scorer scorer, int doc, LexicalQuery query)
      throws IOException {
    if (scorer == null || query.weight() == 0) {
      return 0;
    }
    if (scorer.docID() < doc) {
      scorer.iterator().advance(doc);
    }
    return scorer.docID() == doc ? scorer.score() / query.weight() : 0;
  }

  /** Both halves were scaled when they were joined, so each has the length 1/&radic;2. */
  private static double cosine(float[] half, float[] vector, int from) {
    return 2 * VectorUtil.dotProduct(half, Arrays.copyOfRange(vector, from, from + half.length));
  }
}
