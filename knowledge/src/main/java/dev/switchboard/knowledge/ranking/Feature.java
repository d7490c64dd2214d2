package dev.switchboard.knowledge.ranking;

/** What is known of an article beside a question; the names stand in receipts. */
enum Feature {
  /** Closeness by MiniLM of the best wording, 0 when there is none. */
  MEANING_A_WORDING,
  /** Closeness by bge-small of the best wording. */
  MEANING_B_WORDING,
  /** Closeness by MiniLM of the best passage. */
  MEANING_A_PASSAGE,
  /** Closeness by bge-small of the best passage. */
  MEANING_B_PASSAGE,
  /** The best mean of both over all entries. */
  MEANING_BEST,
  /** Mean closeness of the three nearest wordings. */
  MEANING_SUPPORT,
  /** How far the best mean stands above the next article's. */
  MEANING_LEAD,
  /** Share of the question's weight in stems in the best wording. */
  STEMS_WORDING,
  /** The same in the best passage. */
  STEMS_PASSAGE,
  /** Share of the question's weight in words as they are in the best wording. */
  WORDS_WORDING,
  /** The same in the best passage. */
  WORDS_PASSAGE,
  /** How far the best share in words stands above the next article's. */
  WORDS_LEAD,
  /** Log-probability of the example classifier, from -10, 0 when it does not know the article. */
  EXAMPLES_LOG,
  /** Probability of the example classifier. */
  EXAMPLES,
  /** The log-probability, the more of it the more wordings it was learned from. */
  EXAMPLES_LOG_OF_MANY,
  /** The probability, the more of it the more wordings it was learned from. */
  EXAMPLES_OF_MANY,
  /** 1 when the example classifier knows the article. */
  EXAMPLES_KNOWN,
  /** How far its score stands above what is usual for the article's own wordings, a tenth of it. */
  EXAMPLES_RAW,
  /** How far the best mean stands above what is usual among the article's own wordings. */
  MEANING_UNUSUAL,
  /** 1 when the article is written in another language than the question. */
  OTHER_LANGUAGE,
  /** 1 when the article is a document. */
  DOCUMENT,
  /** 1 when the question is a wording, letter for letter but for case. */
  SAME;

  static final int COUNT = values().length;
}
