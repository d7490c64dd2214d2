package dev.switchboard.bot.conversation;

import dev.switchboard.bot.Proposal;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** Writes down what the bot offers; called inside the transaction that stores the turn. */
@Singleton
final class ProposalBook {
  private static final int LONGEST_WORDS = 4_000;

  private final ProposalTable table;

  ProposalBook(ProposalTable table) {
    this.table = table;
  }

  void made(ConversationRow row, Turn turn, List<Proposal> proposals, long now) {
    for (var each : proposals) {
      table.save(
          new ProposalRow(
              UUID.randomUUID().toString(),
              row.id(),
              turn.shownSeq(),
              row.custodyVersion(),
              each.tool(),
              StorableText.cleaned(each.arguments()),
              StorableText.cut(StorableText.cleaned(each.words()), LONGEST_WORDS),
              Proposed.State.OFFERED.name(),
              now,
              null,
              ""));
    }
  }
}
