/**
 * What a person is told who takes over a case.
 *
 * <p>A {@link dev.switchboard.bot.brief.Briefing} makes of a {@link
 * dev.switchboard.bot.conversation.CaseFile} a {@link dev.switchboard.bot.brief.CaseBrief}. {@code
 * ExtractiveBriefing} takes the customer's own words, so it works without a model and invents
 * nothing: {@code CustomerTurns} hears how they feel and which {@code Request} they make, {@code
 * ClaimedFacts} reads facts off their words by their form, and {@code KnownFacts} says which of
 * them are vouched for. {@code Summaries} adds what a small model tells of longer cases, where
 * there is one. {@code Enclosures} are the files of the case; what is in a document it asks a
 * {@link dev.switchboard.bot.media.DocumentText}.
 */
@NullMarked
package dev.switchboard.bot.brief;

import org.jspecify.annotations.NullMarked;
