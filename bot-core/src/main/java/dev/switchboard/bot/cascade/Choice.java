package dev.switchboard.bot.cascade;

import dev.switchboard.bot.Rung;

/**
 * On which rung a question begins.
 *
 * @param because why there, in words a support lead understands
 */
public record Choice(Rung rung, String because) {}
