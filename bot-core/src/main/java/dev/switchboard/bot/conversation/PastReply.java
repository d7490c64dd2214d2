package dev.switchboard.bot.conversation;

import io.micronaut.core.annotation.Introspected;

/**
 * A question of the conversation and the receipt of the bot's reply to it.
 *
 * @param rejected whether the customer said that the reply did not help
 */
@Introspected
record PastReply(String question, String receipt, boolean rejected) {}
