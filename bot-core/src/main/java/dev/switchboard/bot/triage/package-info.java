/**
 * Reads a customer's message without the network: what it says, in which language, what it asks.
 *
 * <p>{@link dev.switchboard.bot.triage.Triage} is the way in. It cleans the text, tells its
 * language ({@link dev.switchboard.bot.triage.LanguageOf}), finds greetings and wishes for a person
 * by the word lists in {@code words/*.txt}, and separates the questions. {@link
 * dev.switchboard.bot.triage.Courtesies} replies to messages that ask nothing; {@link
 * dev.switchboard.bot.triage.Phrases} is the catalogue behind every text a customer is shown. A
 * {@link dev.switchboard.bot.triage.PhraseBook} finds phrases that somebody else has listed.
 */
@NullMarked
package dev.switchboard.bot.triage;

import org.jspecify.annotations.NullMarked;
