package dev.switchboard.knowledge.ranking;

/**
 * What ranks and what tells how sure that is, for one kind of knowledge.
 *
 * @param ranking which article is the best
 * @param confidence how sure that is
 */
record Weights(RankingModel ranking, Confidence confidence) {}
