package dev.switchboard.app.bench;

import dev.switchboard.knowledge.index.Snapshot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.MMapDirectory;
import org.apache.lucene.util.QueryBuilder;

/** The same wordings in Lucene as its manual has it: English words and MiniLM's vectors. */
final class PlainIndex implements AutoCloseable {

  private static final String ARTICLE = "article";
  private static final String TEXT = "text";
  private static final String VECTOR = "vector";
  private static final int NEIGHBOURS = 50;

  private final Analyzer analyzer;
  private final Directory directory;
  private final DirectoryReader reader;
  private final IndexSearcher searcher;

  /** Takes the wordings, with the vectors they have already, out of our own index. */
  PlainIndex(Snapshot ours, Path folder) throws IOException {
    analyzer = new EnglishAnalyzer();
    directory = new MMapDirectory(folder);
    try (var writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
      ours.wordings((wording, vector) -> add(writer, wording, vector));
      writer.commit();
    }
    reader = DirectoryReader.open(directory);
    searcher = new IndexSearcher(reader);
    searcher.setQueryCache(null);
  }

  /** The best by BM25. */
  ScoreDoc[] byWords(String question, int most) throws IOException {
    Query query = new QueryBuilder(analyzer).createBooleanQuery(TEXT, question);
    return query == null ? new ScoreDoc[0] : searcher.search(query, most).scoreDocs;
  }

  /** The nearest by HNSW. */
  ScoreDoc[] byMeaning(float[] vector, int most) throws IOException {
    var found = searcher.search(new KnnFloatVectorQuery(VECTOR, vector, NEIGHBOURS), most);
    return found.scoreDocs;
  }

  String article(ScoreDoc hit) throws IOException {
    return searcher.storedFields().document(hit.doc).get(ARTICLE);
  }

  @Override
  public void close() throws IOException {
    reader.close();
    directory.close();
    analyzer.close();
  }

  /** MiniLM's half of a joined vector, at length 1 again. */
  static float[] miniLm(float[] joined) {
    var half = Arrays.copyOf(joined, joined.length / 2);
    for (int i = 0; i < half.length; i++) {
      half[i] *= (float) Math.sqrt(2);
    }
    return half;
  }

  private static void add(IndexWriter writer, Snapshot.Wording wording, float[] vector) {
    var document = new Document();
    document.add(new StringField(ARTICLE, wording.articleId(), Field.Store.YES));
    document.add(new TextField(TEXT, wording.text(), Field.Store.YES));
    document.add(
        new KnnFloatVectorField(VECTOR, miniLm(vector), VectorSimilarityFunction.DOT_PRODUCT));
    try {
      writer.addDocument(document);
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }
}
