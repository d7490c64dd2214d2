/**
 * The one path from a message to a reply: triage, evidence, decision, text.
 *
 * <p>{@link dev.switchboard.bot.engine.GroundedEngine} walks it without side effects, so a receipt
 * can be replayed and an evaluation runs the code that serves customers. {@link
 * dev.switchboard.bot.engine.DecisionPolicy} is a pure function, and so is {@code Urgency}, which
 * brings a person in whatever the knowledge holds; {@code Past} tells it what came before the
 * message. Where there are models, the cascade has one write; else {@code Drafting} uses no word
 * that is not in an article or in the catalogue of the bot's own phrases.
 */
@NullMarked
package dev.switchboard.bot.engine;

import org.jspecify.annotations.NullMarked;
