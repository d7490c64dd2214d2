package dev.switchboard.bot.conversation;

import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of turn; the columns are explained in the migration. */
@MappedEntity("turn")
record TurnRow(
    String conversationId,
    long seq,
    String author,
    String body,
    @Nullable String channel,
    @Nullable String externalId,
    @Nullable Long replyTo,
    @Nullable String receipt,
    long writtenAt) {

  Turn turn() {
    return new Turn(
        conversationId,
        seq,
        Author.valueOf(author),
        body,
        receipt == null ? "" : receipt,
        Instant.ofEpochMilli(writtenAt));
  }
}
