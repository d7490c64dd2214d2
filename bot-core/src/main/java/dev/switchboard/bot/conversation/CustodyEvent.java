package dev.switchboard.bot.conversation;

import java.time.Instant;

/**
 * A change of custody.
 *
 * @param version its number in the conversation, from 1 without gaps
 * @param command the name of the command that led to it
 * @param because why, empty where the command says it all
 * @param to the custody after it
 * @param at when it was stored
 */
public record CustodyEvent(long version, String command, String because, Custody to, Instant at) {}
