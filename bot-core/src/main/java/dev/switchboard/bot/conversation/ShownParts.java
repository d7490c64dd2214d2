package dev.switchboard.bot.conversation;

import jakarta.inject.Singleton;
import java.util.List;

/** Reads what a turn shows out of its receipt. */
@Singleton
public final class ShownParts {
  private final Receipts receipts;

  ShownParts(Receipts receipts) {
    this.receipts = receipts;
  }

  /** The parts of the turn: of what has no receipt its text alone. */
  public List<ShownPart> of(Turn turn) {
    return receipts
        .read(turn.receipt())
        .map(read -> read.parts().stream().map(StoredReceipt.Part::read).toList())
        .orElseGet(() -> List.of(new ShownPart(turn.text(), List.of(), List.of())));
  }

  /** What the bot did about each question it read in the message that the turn replies to. */
  public List<Attempt> attempts(Turn turn) {
    return attempts(turn.shownSeq(), turn.receipt());
  }

  List<Attempt> attempts(long shownSeq, String receipt) {
    return receipts
        .read(receipt)
        .map(read -> read.parts().stream().map(part -> attempt(shownSeq, part)).toList())
        .orElse(List.of());
  }

  private static Attempt attempt(long shownSeq, StoredReceipt.Part part) {
    var outcome =
        switch (part.decision()) {
          case "Answer" -> Attempt.Outcome.ANSWERED;
          case "Clarify" -> Attempt.Outcome.ASKED_BACK;
          case "Escalate" -> Attempt.Outcome.PASSED_ON;
          default -> Attempt.Outcome.GREETED;
        };
    return new Attempt(shownSeq, part.question(), outcome, part.read());
  }
}
