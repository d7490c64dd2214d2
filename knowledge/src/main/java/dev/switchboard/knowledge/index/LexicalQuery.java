package dev.switchboard.knowledge.index;

import dev.switchboard.knowledge.index.Entry.Kind;
import dev.switchboard.knowledge.text.Analyzers;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * A question as terms, built without a query parser, so that nothing a customer writes has a
 * meaning of its own.
 *
 * @param query finds entries that hold any of the terms
 * @param weight the highest score an entry could reach: the sum of the terms' inverse document
 *     frequencies, a term that is nowhere counting as the rarest
 */
record LexicalQuery(Query query, double weight) {

  /** Terms of a long question beyond these say nothing new and cost time. */
  private static final int MOST_TERMS = 64;

  /** The question in the words of each language that the index holds. */
  static LexicalQuery stems(String question, Set<Locale> languages, IndexReader reader)
      throws IOException {
    var query = new BooleanQuery.Builder();
    double weight = 0;
    for (var language : languages) {
      var terms = terms(question, Analyzers.of(language));
      weight = Math.max(weight, add(terms, query, reader, kind -> kind.stems(language)));
    }
    return new LexicalQuery(query.build(), weight);
  }

  /** The question's words as they are. */
  static LexicalQuery words(String question, IndexReader reader) throws IOException {
    var query = new BooleanQuery.Builder();
    var terms = terms(question, Analyzers.words());
    double weight = add(terms, query, reader, Kind::words);
    return new LexicalQuery(query.build(), weight);
  }

  static Set<String> terms(String text, Analyzer analyzer) throws IOException {
    var terms = new LinkedHashSet<String>();
    try (var stream = analyzer.tokenStream("", text)) {
      var term = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      while (stream.incrementToken() && terms.size() < MOST_TERMS) {
        terms.add(term.toString());
      }
      stream.end();
    }
    return terms;
  }

  private interface Field {
    String of(Kind kind);
  }

  private static double add(
      Set<String> terms, BooleanQuery.Builder query, IndexReader reader, Field field)
      throws IOException {
    double weight = 0;
    for (var text : terms) {
      int found = 0;
      for (var kind : Kind.values()) {
        var term = new Term(field.of(kind), text);
        int frequency = reader.docFreq(term);
        if (frequency > 0) {
          query.add(new TermQuery(term), Occur.SHOULD);
          found += frequency;
        }
      }
      weight += rarity(found, reader.maxDoc());
    }
    return weight;
  }

  /** Inverse document frequency as BM25 has it. */
  private static double rarity(int frequency, int documents) {
    int found = Math.min(frequency, documents);
    return Math.log(1 + (documents - found + 0.5) / (found + 0.5));
  }
}
