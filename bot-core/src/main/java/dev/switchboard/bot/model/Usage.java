package dev.switchboard.bot.model;

/**
 * The tokens of a call.
 *
 * @param in sent
 * @param out answered, with hidden reasoning
 * @param cached of those sent, the ones that the provider knew from before
 * @param reasoning of those answered, the hidden ones
 * @param told whether the provider told them; else they are estimated, upwards
 */
public record Usage(long in, long out, long cached, long reasoning, boolean told) {}
