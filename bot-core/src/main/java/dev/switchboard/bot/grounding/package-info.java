/**
 * Checks answers against the passages they rest on: {@link
 * dev.switchboard.bot.grounding.Grounding}.
 */
@NullMarked
package dev.switchboard.bot.grounding;

import org.jspecify.annotations.NullMarked;
