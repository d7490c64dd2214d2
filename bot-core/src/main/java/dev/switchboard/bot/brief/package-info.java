/**
 * What a person is told who takes over a case.
 *
 * <p>A {@link dev.switchboard.bot.brief.Briefing} makes of a {@link
 * dev.switchboard.bot.conversation.CaseFile} a {@link dev.switchboard.bot.brief.CaseBrief}. {@code
 * ExtractiveBriefing} takes the customer's own words and {@code ClaimedFacts} what can be read off
 * them by its form, so it works without a model and invents nothing.
 */
@NullMarked
package dev.switchboard.bot.brief;

import org.jspecify.annotations.NullMarked;
