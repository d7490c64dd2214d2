package dev.switchboard.bot.conversation;

import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of turn; the columns are explained in the migrations. */
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
    long writtenAt,
    @Nullable Long shownSeq,
    @Nullable String writtenBy) {

  Turn turn() {
    return new Turn(
        conversationId,
        seq,
        shownSeq == null ? 0 : shownSeq,
        Author.valueOf(author),
        orEmpty(writtenBy),
        body,
        orEmpty(receipt),
        orEmpty(externalId),
        Instant.ofEpochMilli(writtenAt));
  }

  TurnRow handedIn(String channel, String externalId) {
    return new TurnRow(
        conversationId,
        seq,
        author,
        body,
        channel,
        externalId,
        replyTo,
        receipt,
        writtenAt,
        shownSeq,
        writtenBy);
  }

  TurnRow by(String agent) {
    return new TurnRow(
        conversationId,
        seq,
        author,
        body,
        channel,
        externalId,
        replyTo,
        receipt,
        writtenAt,
        shownSeq,
        agent);
  }

  TurnRow withReceipt(String receipt) {
    return new TurnRow(
        conversationId,
        seq,
        author,
        body,
        channel,
        externalId,
        replyTo,
        receipt,
        writtenAt,
        shownSeq,
        writtenBy);
  }

  TurnRow replyingTo(long question) {
    return new TurnRow(
        conversationId,
        seq,
        author,
        body,
        channel,
        externalId,
        question,
        receipt,
        writtenAt,
        shownSeq,
        writtenBy);
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
