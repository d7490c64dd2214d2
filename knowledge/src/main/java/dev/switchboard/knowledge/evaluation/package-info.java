/**
 * How good the bot would be on labelled questions.
 *
 * <p>{@link dev.switchboard.knowledge.evaluation.QuestionFile} reads them, {@link
 * dev.switchboard.knowledge.evaluation.Evaluation} asks each of the same engine that serves
 * customers, {@link dev.switchboard.knowledge.evaluation.Scores} turns the outcomes into figures,
 * {@link dev.switchboard.knowledge.evaluation.DialTrial} tries the dial on them, and {@link
 * dev.switchboard.knowledge.evaluation.Findings} holds it all together for whoever shows it. {@link
 * dev.switchboard.knowledge.evaluation.SignalScores} does the same for a signal of triage, {@link
 * dev.switchboard.knowledge.evaluation.PrivacyScores} for personal data.
 */
@NullMarked
package dev.switchboard.knowledge.evaluation;

import org.jspecify.annotations.NullMarked;
