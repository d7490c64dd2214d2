package dev.switchboard.bot.brief;

import dev.switchboard.bot.Message;
import dev.switchboard.bot.Signal;
import dev.switchboard.bot.ToneReader;
import dev.switchboard.bot.brief.CaseBrief.Feeling;
import dev.switchboard.bot.conversation.Turn;
import dev.switchboard.bot.triage.Triage;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * What is heard in the customer's turns: how they feel and what they ask for. A turn never changes,
 * so each is heard once, as long as it is remembered.
 */
@Singleton
final class CustomerTurns {
  private static final int MOST_KEPT = 10_000;

  private final Triage triage;
  private final ToneReader tones;
  private final Recent<Key, Heard> heard = new Recent<>(MOST_KEPT);

  CustomerTurns(Triage triage, ToneReader tones) {
    this.triage = triage;
    this.tones = tones;
  }

  private record Key(String conversationId, long seq) {}

  /**
   * What is heard in a turn.
   *
   * @param request the sentence of it that asks for something; its weight is 0 where none does
   */
  record Heard(long seq, Feeling feeling, Request request) {}

  Heard hear(Turn turn) {
    var key = new Key(turn.conversationId(), turn.seq());
    return heard
        .find(key)
        .orElseGet(() -> {
          var now = heard(turn);
          heard.put(key, now);
          return now;
        });
  }

  private Heard heard(Turn turn) {
    var reading = triage.read(new Message(turn.text(), List.of()));
    boolean asks = !reading.questions().isEmpty();
    return new Heard(
        turn.seq(),
        feeling(reading.text()),
        asks ? Request.in(reading.text(), this::wantsPerson) : Request.NONE);
  }

  private Feeling feeling(String text) {
    var signals = tones.of(text).signals();
    if (signals.contains(Signal.ABUSIVE)) {
      return Feeling.ABUSIVE;
    }
    return signals.contains(Signal.ANNOYED) ? Feeling.ANNOYED : Feeling.CALM;
  }

  private boolean wantsPerson(String sentence) {
    var reading = triage.read(new Message(sentence, List.of()));
    return reading.signals().contains(Signal.WANTS_PERSON);
  }
}
