/**
 * What protects the bot from texts that want to be its master: {@link
 * dev.switchboard.bot.safety.Injection} finds them, by rules, without a model and without the
 * network.
 */
@NullMarked
package dev.switchboard.bot.safety;

import org.jspecify.annotations.NullMarked;
