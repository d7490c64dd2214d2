/**
 * The rules of the team, in one file that people can read.
 *
 * <p>{@link dev.switchboard.escalation.rules.RulesFile} reads the file, or the rules that are
 * shipped, into a {@link dev.switchboard.escalation.rules.Rulebook}; {@code Sheet} notes every
 * mistake with its place, and all of them together are a {@link
 * dev.switchboard.escalation.rules.RulesRefused}. {@code Amount} finds sums of money in a text,
 * {@link dev.switchboard.escalation.rules.Words} are what the team says in its own words. A {@code
 * Team} is at work by its {@code WorkTime}, which counts by the clock on the wall; {@link
 * dev.switchboard.escalation.rules.Absence} says when somebody is back.
 */
@NullMarked
package dev.switchboard.escalation.rules;

import org.jspecify.annotations.NullMarked;
