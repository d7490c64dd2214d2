/**
 * How good the bot would be on labelled questions.
 *
 * <p>{@link dev.switchboard.knowledge.evaluation.QuestionFile} reads them, {@link
 * dev.switchboard.knowledge.evaluation.Evaluation} asks each of the same engine that serves
 * customers, {@link dev.switchboard.knowledge.evaluation.Scores} turns the outcomes into figures,
 * and {@link dev.switchboard.knowledge.evaluation.HtmlReport} draws them.
 */
@NullMarked
package dev.switchboard.knowledge.evaluation;

import org.jspecify.annotations.NullMarked;
