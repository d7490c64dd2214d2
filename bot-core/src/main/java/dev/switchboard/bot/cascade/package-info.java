/**
 * The ladder from the knowledge over a small and a large model to a person: {@link
 * dev.switchboard.bot.cascade.Router} says on which rung a question begins, {@link
 * dev.switchboard.bot.cascade.Cascade} begins there, and a {@code Climb} goes on until somebody
 * answers. An {@link dev.switchboard.bot.cascade.Experiment} lets other settings hold for a part of
 * the conversations, {@link dev.switchboard.bot.cascade.Replay} for what was asked before; models
 * on trial write along in {@link dev.switchboard.bot.cascade.Trials}.
 */
@NullMarked
package dev.switchboard.bot.cascade;

import org.jspecify.annotations.NullMarked;
