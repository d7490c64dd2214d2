package dev.switchboard.bot.conversation;

import io.micronaut.core.annotation.Introspected;

/**
 * What the customer thinks of a turn.
 *
 * @param shownSeq the turn, by {@link Turn#shownSeq()}
 * @param helpful whether it helped
 * @param words why, may be empty
 */
@Introspected
public record Opinion(long shownSeq, boolean helpful, String words) {}
