package dev.switchboard.knowledge.ranking;

import dev.switchboard.bot.Passage;
import dev.switchboard.bot.Query;
import dev.switchboard.knowledge.index.Terms;
import dev.switchboard.knowledge.text.Sentences;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Picks the sentences of a passage that answer a question, letter for letter. */
final class Quotes {

  private static final int MOST = 3;

  /** A sentence with less than this share of the best one's words in common is left out. */
  private static final double NEAR_THE_BEST = 0.6;

  /** An approved answer up to this length is its own proof. */
  private static final int SHORT = 300;

  private Quotes() {}

  static List<String> of(Query query, Passage passage, Locale language) {
    if (passage.kind() == Passage.Kind.FAQ && passage.text().length() <= SHORT) {
      return List.of(passage.text().strip());
    }
    var sentences = Sentences.of(passage.text(), language);
    if (sentences.size() <= 1) {
      return sentences;
    }
    var asked = Terms.of(query.text(), language);
    double[] shares =
        sentences.stream().mapToDouble(sentence -> share(asked, sentence, language)).toArray();
    return best(sentences, shares);
  }

  /** In their order; where no word is in common, the passage speaks by its beginning. */
  private static List<String> best(List<String> sentences, double[] shares) {
    double most = 0;
    for (double share : shares) {
      most = Math.max(most, share);
    }
    var quotes = new ArrayList<String>();
    for (int i = 0; i < shares.length && quotes.size() < MOST; i++) {
      if (shares[i] >= most * NEAR_THE_BEST) {
        quotes.add(sentences.get(i));
      }
    }
    return quotes;
  }

  /** Words in common, weighed against the length so that the longest does not always win. */
  private static double share(Set<String> asked, String sentence, Locale language) {
    var said = Terms.of(sentence, language);
    long common = said.stream().filter(asked::contains).count();
    return said.isEmpty() ? 0 : common / Math.sqrt(said.size() + 4.0);
  }
}
