/**
 * Finds personal data in texts and takes it out.
 *
 * <p>{@link dev.switchboard.bot.privacy.PersonalData} goes through the text once for each {@link
 * dev.switchboard.bot.privacy.Found.Kind}, what proves itself first: {@code Ibans} and {@code
 * CardNumbers} by their check digits, {@code PhoneNumbers} by the numbering plans of the countries,
 * else by the words around them. All of it works by rules, without a model and without the network,
 * in time that grows with the length of the text alone, whatever the text holds.
 */
@NullMarked
package dev.switchboard.bot.privacy;

import org.jspecify.annotations.NullMarked;
