package dev.switchboard.knowledge.index;

import dev.switchboard.bot.Passage;
import dev.switchboard.knowledge.index.Entry.Kind;
import dev.switchboard.knowledge.text.Analyzers;
import java.util.Arrays;
import java.util.Locale;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.util.BytesRef;

/** Maps entries to Lucene documents and back; the names of all fields live here. */
final class EntryDocuments {

  static final String ARTICLE = "article";
  static final String KIND = "kind";
  static final String DOCUMENT = "document";
  static final String LANGUAGE = "language";
  static final String VECTOR = "vector";
  static final String TEXT = "text";

  static final String YES = "yes";
  private static final String NO = "no";

  private static final String VERSION = "version";
  private static final String OF = "of";
  private static final String TITLE = "title";
  private static final String HEADING = "heading";
  private static final String PASSAGE = "passage";
  private static final String URL = "url";

  private static final FieldType TERMS = terms();

  private EntryDocuments() {}

  static Document document(Entry entry, float[] vector) {
    var document = new Document();
    var passage = entry.passage();
    document.add(new StringField(ARTICLE, passage.articleId(), Field.Store.YES));
    document.add(new SortedDocValuesField(ARTICLE, new BytesRef(passage.articleId())));
    document.add(new NumericDocValuesField(KIND, entry.kind().ordinal()));
    boolean ofDocument = passage.kind() == Passage.Kind.DOCUMENT;
    document.add(new NumericDocValuesField(DOCUMENT, ofDocument ? 1 : 0));
    document.add(new StringField(DOCUMENT, ofDocument ? YES : NO, Field.Store.NO));
    document.add(new SortedDocValuesField(LANGUAGE, new BytesRef(entry.language().getLanguage())));
    document.add(new StringField(LANGUAGE, entry.language().getLanguage(), Field.Store.NO));
    document.add(
        terms(entry.kind().stems(entry.language()), Analyzers.of(entry.language()), entry.text()));
    document.add(terms(entry.kind().words(), Analyzers.words(), entry.text()));
    document.add(new KnnFloatVectorField(VECTOR, vector, VectorSimilarityFunction.DOT_PRODUCT));
    store(document, entry);
    return document;
  }

  static Passage passage(Document document) {
    return new Passage(
        document.get(ARTICLE),
        document.getField(VERSION).numericValue().intValue(),
        Passage.Kind.valueOf(document.get(OF)),
        document.get(TITLE),
        Arrays.asList(document.getValues(HEADING)),
        document.get(PASSAGE),
        document.get(URL));
  }

  static Kind kind(long value) {
    return Kind.values()[(int) value];
  }

  static Locale language(BytesRef value) {
    return Locale.of(value.utf8ToString());
  }

  private static void store(Document document, Entry entry) {
    var passage = entry.passage();
    document.add(new StoredField(TEXT, entry.text()));
    document.add(new StoredField(VERSION, passage.version()));
    document.add(new StoredField(OF, passage.kind().name()));
    document.add(new StoredField(TITLE, passage.title()));
    passage.headings().forEach(heading -> document.add(new StoredField(HEADING, heading)));
    document.add(new StoredField(PASSAGE, passage.text()));
    document.add(new StoredField(URL, passage.url()));
  }

  /** The analyzer goes with the field's language, not with the writer. */
  private static Field terms(
      String name, org.apache.lucene.analysis.Analyzer analyzer, String text) {
    return new Field(name, text, TERMS) {
      @Override
      public TokenStream tokenStream(
          org.apache.lucene.analysis.Analyzer ofTheWriter, TokenStream reuse) {
        return analyzer.tokenStream(name, text);
      }
    };
  }

  private static FieldType terms() {
    var type = new FieldType();
    type.setTokenized(true);
    type.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
    type.freeze();
    return type;
  }
}
