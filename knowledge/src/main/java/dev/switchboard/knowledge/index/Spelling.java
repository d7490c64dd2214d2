package dev.switchboard.knowledge.index;

import dev.switchboard.knowledge.index.Entry.Kind;
import dev.switchboard.knowledge.text.Analyzers;
import java.io.IOException;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.FuzzyTermsEnum;
import org.apache.lucene.util.automaton.LevenshteinAutomata;

/**
 * Replaces words that are nowhere in the index by the nearest one that is, for the search by words
 * only: the search by meaning bears spelling mistakes well enough. For one question.
 */
final class Spelling {

  /** Shorter words have too many neighbours. */
  private static final Pattern WORD = Pattern.compile("\\p{L}{5,40}");

  private static final int LONG = 9;

  /** Each unknown word costs a walk over the index's words, so a long text has few corrected. */
  private static final int MOST = 4;

  private final IndexReader reader;
  private final Corrections corrections;
  private int left = MOST;

  /**
   * The spelling of a question.
   *
   * @param corrections what was found in the same reader before
   */
  Spelling(IndexReader reader, Corrections corrections) {
    this.reader = reader;
    this.corrections = corrections;
  }

  String corrected(String question) throws IOException {
    var words = WORD.matcher(question);
    var corrected = new StringBuilder();
    while (words.find()) {
      var nearest = left > 0 ? nearest(words.group()) : Optional.<String>empty();
      words.appendReplacement(corrected, Matcher.quoteReplacement(nearest.orElse(words.group())));
    }
    return words.appendTail(corrected).toString();
  }

  private Optional<String> nearest(String word) throws IOException {
    var terms = LexicalQuery.terms(word, Analyzers.words());
    if (terms.size() != 1 || known(terms.iterator().next())) {
      return Optional.empty();
    }
    // Remembered or not, so that the same question is always corrected in the same way.
    left--;
    return corrections.of(terms.iterator().next(), this::search);
  }

  private Optional<String> search(String folded) throws IOException {
    return Stream.concat(
            similar(Kind.WORDING, folded).stream(), similar(Kind.PASSAGE, folded).stream())
        .max(Comparator.comparingDouble(Similar::closeness).thenComparing(Similar::frequency))
        .map(Similar::word);
  }

  private boolean known(String term) throws IOException {
    for (var kind : Kind.values()) {
      if (reader.docFreq(new Term(kind.words(), term)) > 0) {
        return true;
      }
    }
    return false;
  }

  private record Similar(String word, double closeness, int frequency) {}

  private Optional<Similar> similar(Kind kind, String word) throws IOException {
    var terms = MultiTerms.getTerms(reader, kind.words());
    if (terms == null) {
      return Optional.empty();
    }
    int edits = word.length() < LONG ? 1 : LevenshteinAutomata.MAXIMUM_SUPPORTED_DISTANCE;
    var near = new FuzzyTermsEnum(terms, new Term(kind.words(), word), edits, 1, true);
    Optional<Similar> best = Optional.empty();
    for (var term = near.next(); term != null; term = near.next()) {
      var one = new Similar(term.utf8ToString(), near.getBoost(), near.docFreq());
      if (best.isEmpty() || closer(one, best.get())) {
        best = Optional.of(one);
      }
    }
    return best;
  }

  private static boolean closer(Similar one, Similar other) {
    return one.closeness > other.closeness
        || (one.closeness == other.closeness && one.frequency > other.frequency);
  }
}
