/**
 * A stand-in for providers of models, to try the product without a key and to test against: {@link
 * dev.switchboard.bot.model.sandbox.ModelSandbox} speaks OpenAI's protocol on this machine, and
 * fails in all the {@link dev.switchboard.bot.model.sandbox.Scenario} ways that providers do.
 */
@NullMarked
package dev.switchboard.bot.model.sandbox;

import org.jspecify.annotations.NullMarked;
