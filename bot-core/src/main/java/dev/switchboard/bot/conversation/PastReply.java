package dev.switchboard.bot.conversation;

import io.micronaut.core.annotation.Introspected;

/** A question of the conversation and the receipt of the bot's reply to it. */
@Introspected
record PastReply(String question, String receipt) {}
