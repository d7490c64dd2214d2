/**
 * Text as a small tree of typed blocks, the only form in which it reaches a browser.
 *
 * <p>{@link dev.switchboard.channel.web.block.Blocks} reads Markdown into {@link
 * dev.switchboard.channel.web.block.Block}s and {@link dev.switchboard.channel.web.block.Inline}s.
 * None of them can hold markup: a page that sets their strings as text content cannot be made to
 * run a script, whatever an article or a model has written.
 */
@NullMarked
package dev.switchboard.channel.web.block;

import org.jspecify.annotations.NullMarked;
