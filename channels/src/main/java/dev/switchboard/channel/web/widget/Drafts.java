package dev.switchboard.channel.web.widget;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.switchboard.bot.conversation.Happening.DraftOver;
import dev.switchboard.bot.conversation.Happening.Drafted;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The answers that are being written at this moment, for pages that come while that goes on. A
 * conversation has one at most.
 */
final class Drafts {
  private final Map<String, Piece> written = new ConcurrentHashMap<>();

  /**
   * A piece of an answer, or all of it so far.
   *
   * @param messageId the draft's id; the answer itself will have another one
   * @param n the number of the last piece in it, from 1
   * @param text Markdown
   */
  @Serdeable
  record Piece(@JsonProperty("message_id") String messageId, int n, String text) {
    private Piece with(Piece next) {
      return new Piece(messageId, next.n(), text + next.text());
    }
  }

  /** Tells which draft is no more. */
  @Serdeable
  record Gone(@JsonProperty("message_id") String messageId) {}

  /** Adds a piece, the one that pages which have the others still need. */
  Piece add(Drafted drafted) {
    var id = drafted.conversationId();
    var piece = new Piece(id(id), drafted.number(), drafted.text());
    written.merge(id, piece, (before, next) -> drafted.anew() ? next : before.with(next));
    return piece;
  }

  Gone end(DraftOver over) {
    written.remove(over.conversationId());
    return new Gone(id(over.conversationId()));
  }

  /** All that is written so far. */
  Optional<Piece> of(String conversationId) {
    return Optional.ofNullable(written.get(conversationId));
  }

  private static String id(String conversationId) {
    return conversationId + ".draft";
  }
}
