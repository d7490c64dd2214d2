package dev.switchboard.bot.conversation;

import io.micronaut.data.annotation.MappedEntity;
import org.jspecify.annotations.Nullable;

/** A row of outbox; the columns are explained in the migration. */
@MappedEntity("outbox")
record OutboxRow(
    String conversationId,
    long seq,
    String channel,
    String address,
    String payload,
    String state,
    int attempts,
    long nextAttemptAt,
    @Nullable String lastError) {}
