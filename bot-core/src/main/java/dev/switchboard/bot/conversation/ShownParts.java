package dev.switchboard.bot.conversation;

import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Reads what a turn shows out of its receipt. */
@Singleton
public final class ShownParts {
  private static final Argument<StoredReceipt> RECEIPT = Argument.of(StoredReceipt.class);

  private final JsonMapper json;

  ShownParts(JsonMapper json) {
    this.json = json;
  }

  /** The parts of the turn: of what has no receipt its text alone. */
  public List<ShownPart> of(Turn turn) {
    try {
      return turn.receipt().isEmpty()
          ? List.of(new ShownPart(turn.text(), List.of(), List.of()))
          : json.readValue(turn.receipt(), RECEIPT).parts().stream()
              .map(StoredReceipt.Part::read)
              .toList();
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }
}
