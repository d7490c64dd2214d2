package dev.switchboard.bot.triage;

/**
 * A greeting, a thank-you or a goodbye at the edge of a message.
 *
 * @param topic which of them
 * @param span where it stands
 */
record Courtesy(Topic topic, Span span) {}
