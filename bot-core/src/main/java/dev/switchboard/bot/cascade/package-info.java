/**
 * The ladder from the knowledge over a small and a large model to a person: {@link
 * dev.switchboard.bot.cascade.Router} says on which rung a question begins, {@link
 * dev.switchboard.bot.cascade.Cascade} climbs from there.
 */
@NullMarked
package dev.switchboard.bot.cascade;

import org.jspecify.annotations.NullMarked;
