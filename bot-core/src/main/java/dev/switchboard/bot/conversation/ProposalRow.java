package dev.switchboard.bot.conversation;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of the table proposal; the columns are explained in the migration. */
@MappedEntity("proposal")
record ProposalRow(
    @Id String id,
    String conversationId,
    long shownSeq,
    long custodyVersion,
    String tool,
    String arguments,
    String words,
    String state,
    long madeAt,
    @Nullable Long answeredAt,
    String outcome) {

  Proposed proposed() {
    return new Proposed(id, shownSeq, words, Proposed.State.valueOf(state));
  }

  boolean isOpen(ConversationRow row, Instant now) {
    return state.equals(Proposed.State.OFFERED.name())
        && custodyVersion == row.custodyVersion()
        && Instant.ofEpochMilli(madeAt).plus(Proposed.OPEN).isAfter(now);
  }
}
