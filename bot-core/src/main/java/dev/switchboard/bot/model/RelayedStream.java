package dev.switchboard.bot.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.switchboard.bot.model.ProviderFailure.Kind;
import java.time.Duration;

/** What is heard of an answer in pieces, and whether it came to an end. */
final class RelayedStream {
  static final String DONE = "[DONE]";

  private final Pieces pieces;
  private final boolean tellsUsage;
  private final long begun;
  private final StringBuilder text = new StringBuilder();
  private JsonNode usage = MissingNode.getInstance();
  private Duration first = Duration.ZERO;
  private boolean finished;
  private boolean complete = true;

  /**
   * Passes on to the pieces.
   *
   * @param tellsUsage whether the piece that tells the tokens is passed on, too
   * @param begun when it began, by {@link System#nanoTime()}
   */
  RelayedStream(Pieces pieces, boolean tellsUsage, long begun) {
    this.pieces = pieces;
    this.tellsUsage = tellsUsage;
    this.begun = begun;
  }

  void next(String data, JsonNode piece) {
    if (data.equals(DONE)) {
      finished = true;
      return;
    }
    ErrorBodies.in(piece)
        .ifPresent(failure -> {
          throw failure;
        });
    if (piece.path("usage").isObject()) {
      usage = piece.path("usage");
    }
    if (piece.path("choices").isEmpty()) {
      if (tellsUsage && piece.has("usage")) {
        pieces.next(data);
      }
      return;
    }
    for (var choice : piece.path("choices")) {
      text.append(choice.path("delta").path("content").asText(""));
      var reason = choice.path("finish_reason");
      finished |= reason.isTextual();
      complete &= !reason.asText("").equals("length");
    }
    if (first.isZero()) {
      first = Duration.ofNanos(System.nanoTime() - begun);
    }
    pieces.next(data);
  }

  /**
   * There is no more.
   *
   * @throws ProviderFailure when that was no end
   */
  void end() {
    if (!finished || first.isZero()) {
      throw new ProviderFailure(Kind.CUT, "the provider broke the answer off");
    }
  }

  boolean isComplete() {
    return complete;
  }

  JsonNode usage() {
    return usage;
  }

  String text() {
    return text.toString();
  }

  Duration first() {
    return first;
  }
}
