/**
 * Which article answers best, and how sure that is.
 *
 * <p>Each article near a question gets {@link dev.switchboard.knowledge.ranking.Feature}s from all
 * its entries: closeness by meaning and by words of its best wording and its best passage, and,
 * where a team has written several wordings, the opinion of the {@link
 * dev.switchboard.knowledge.ranking.ExampleClassifier} trained on them. A {@link
 * dev.switchboard.knowledge.ranking.RankingModel} turns them into one probability per article and
 * one for "none of them", so ranking and confidence cannot disagree. Its weights were learned over
 * several domains (see {@code dev.switchboard.knowledge.training}).
 *
 * <p>Where there are documents, each sentence of a long message is looked up beside the whole
 * ({@link dev.switchboard.knowledge.ranking.Probing}): customers tell a story, and documents answer
 * one sentence of it. {@link dev.switchboard.knowledge.ranking.LearnedFile} keeps what the
 * classifier learned between starts.
 */
@NullMarked
package dev.switchboard.knowledge.ranking;

import org.jspecify.annotations.NullMarked;
