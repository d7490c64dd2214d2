/**
 * What streams to open pages have in common: {@link dev.switchboard.channel.live.Looks} looks into
 * the tables as often as the bell asks for it, but never twice at once, and {@link
 * dev.switchboard.channel.live.OpenPages} knows which pages look at what.
 */
@NullMarked
package dev.switchboard.channel.live;

import org.jspecify.annotations.NullMarked;
