package dev.switchboard.bot.conversation;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import org.jspecify.annotations.Nullable;

/** A row of conversation; the columns are explained in the migration. */
@MappedEntity("conversation")
record ConversationRow(
    @Id String id,
    String channel,
    String address,
    String custody,
    @Nullable String agent,
    @Nullable Long snoozedUntil,
    long custodyVersion,
    long nextSeq,
    long askedSeq,
    long handledSeq,
    @Nullable Long workDueAt,
    long workEpoch,
    int workTries,
    long openedAt,
    long changedAt,
    long custodySince,
    long nextShown,
    long episodeSeq) {}
