package dev.switchboard.bot;

import java.util.Locale;

/**
 * One question put to the knowledge, able to stand alone.
 *
 * @param text the question, cleaned, of 1 to {@link Message#MAX_LENGTH} characters
 * @param language the language it is written in, {@link Locale#ROOT} when unknown
 */
public record Query(String text, Locale language) {}
