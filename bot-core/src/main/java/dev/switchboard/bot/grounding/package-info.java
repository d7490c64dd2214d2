/**
 * Answers and what they rest on: {@link dev.switchboard.bot.grounding.Grounding} tells whether
 * evidence bears an answer, {@link dev.switchboard.bot.grounding.GroundedWriter} has a model write
 * one from passages and lets through what they bear. {@code AnswerReader} reads it while it comes,
 * {@link dev.switchboard.bot.grounding.Translator} takes it to another language and back, and
 * {@link dev.switchboard.bot.grounding.Summarizer} tells colleagues what a conversation is about.
 */
@NullMarked
package dev.switchboard.bot.grounding;

import org.jspecify.annotations.NullMarked;
