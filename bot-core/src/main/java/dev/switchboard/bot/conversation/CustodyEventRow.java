package dev.switchboard.bot.conversation;

import io.micronaut.data.annotation.MappedEntity;
import org.jspecify.annotations.Nullable;

/** A row of custody_event; the columns are explained in the migration. */
@MappedEntity("custody_event")
record CustodyEventRow(
    String conversationId,
    long version,
    String command,
    String because,
    String custody,
    @Nullable String agent,
    @Nullable Long snoozedUntil,
    long happenedAt) {}
