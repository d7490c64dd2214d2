/**
 * What the team knows, as the conversation engine asks for it.
 *
 * <p>{@link dev.switchboard.knowledge.LuceneKnowledge} finds and ranks articles in the index. The
 * store ({@code article}) is the truth; {@link dev.switchboard.knowledge.IndexFollower} keeps the
 * index in step with it: {@code IndexSync} is one step, {@code Learning} trains on the wordings in
 * the background. {@link dev.switchboard.knowledge.IndexFolder} opens the index on disk and makes a
 * damaged one anew.
 */
@NullMarked
package dev.switchboard.knowledge;

import org.jspecify.annotations.NullMarked;
