/**
 * Turns made ready to be shown, for the customer and for the team alike: {@code TurnReader} makes
 * of a stored turn a {@link dev.switchboard.channel.web.turn.ReadableTurn}, typed blocks and
 * sources, none of which has ever to be parsed as markup.
 */
@NullMarked
package dev.switchboard.channel.web.turn;

import org.jspecify.annotations.NullMarked;
