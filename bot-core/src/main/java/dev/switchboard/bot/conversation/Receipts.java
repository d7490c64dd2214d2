package dev.switchboard.bot.conversation;

import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Receipts as the texts that are stored. */
@Singleton
final class Receipts {
  private static final Argument<StoredReceipt> RECEIPT = Argument.of(StoredReceipt.class);

  private final JsonMapper json;

  Receipts(JsonMapper json) {
    this.json = json;
  }

  /** The receipt in the text; none when it is empty. */
  Optional<StoredReceipt> read(String receipt) {
    try {
      return receipt.isEmpty() ? Optional.empty() : Optional.of(json.readValue(receipt, RECEIPT));
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  String written(StoredReceipt receipt) {
    try {
      return json.writeValueAsString(receipt);
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }
}
