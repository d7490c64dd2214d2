package dev.switchboard.bot.engine;

import dev.switchboard.bot.Exchange;
import dev.switchboard.bot.Likeness;
import dev.switchboard.bot.Message;
import dev.switchboard.bot.Reading;
import dev.switchboard.bot.Signal;
import dev.switchboard.bot.ToneReader;
import dev.switchboard.bot.triage.Triage;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What came before a message, looked at only as far as it is asked for, as that takes time. */
final class Past implements Urgency.Before {
  private final Triage triage;
  private final ToneReader tones;
  private final Likeness likeness;
  private final Reading reading;
  private final List<Exchange> history;
  private @Nullable Integer failures;

  Past(
      Triage triage, ToneReader tones, Likeness likeness, Reading reading, List<Exchange> history) {
    this.triage = triage;
    this.tones = tones;
    this.likeness = likeness;
    this.reading = reading;
    this.history = history;
  }

  @Override
  public Set<Signal> signals() {
    return history.isEmpty()
        ? Set.of()
        : tones.of(read(history.getLast().question()).text()).signals();
  }

  @Override
  public boolean rejected() {
    return !history.isEmpty() && history.getLast().rejected();
  }

  @Override
  public int failures() {
    if (failures == null) {
      failures = counted();
    }
    return failures;
  }

  private int counted() {
    int inRow = 0;
    for (boolean failed : answersFailed().reversed()) {
      if (!failed) {
        return inRow;
      }
      inRow++;
    }
    return inRow;
  }

  // What the customer says after an answer is said of that answer.
  private List<Boolean> answersFailed() {
    var failed = new ArrayList<Boolean>();
    for (int at = 0; at < history.size(); at++) {
      var exchange = history.get(at);
      if (exchange.answered()) {
        var after = at + 1 < history.size() ? read(history.get(at + 1).question()) : reading;
        failed.add(exchange.rejected() || after.signals().contains(Signal.NOT_HELPED));
      }
    }
    return failed;
  }

  // An answer that was rejected is not given again anyway; another one may help.
  @Override
  public boolean asked() {
    return !reading.questions().isEmpty()
        && history.stream()
            .filter(exchange -> exchange.answered() && !exchange.rejected())
            .map(exchange -> read(exchange.question()).text())
            .anyMatch(this::isAskedAgain);
  }

  private boolean isAskedAgain(String before) {
    return likeness.asksTheSame(before, reading.text());
  }

  private Reading read(String text) {
    return triage.read(new Message(text, List.of()));
  }
}
