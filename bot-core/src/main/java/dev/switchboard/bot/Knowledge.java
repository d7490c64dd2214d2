package dev.switchboard.bot;

import java.util.Locale;
import java.util.Set;

/**
 * The team's knowledge, as the conversation engine sees it.
 *
 * <p>An implementation searches published, valid articles only, changes nothing, is safe for use by
 * many threads, and answers in milliseconds without the network. It returns empty evidence, never
 * an error, when it holds nothing on the question.
 */
public interface Knowledge {

  /** Finds the articles that may answer the query. */
  Evidence find(Query query);

  /** The languages its articles are written in; empty when that is not known. */
  default Set<Locale> languages() {
    return Set.of();
  }

  /** The probabilities from which on an article may be shown, as calibrated for this knowledge. */
  Thresholds thresholds();
}
