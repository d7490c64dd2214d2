package dev.switchboard.app.bench;

import dev.switchboard.bot.ConversationEngine;
import dev.switchboard.bot.Message;
import dev.switchboard.bot.Receipt;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;

/** Asks the engine and reads from its receipts where the time went. */
final class Stages implements Contestant {

  static final List<String> OF_AN_ANSWER =
      List.of("triage", "embedding", "ranking", "drafting", "total");

  private final ConversationEngine engine;
  private final Map<String, DoubleStream.Builder> micros = new LinkedHashMap<>();

  Stages(ConversationEngine engine) {
    this.engine = engine;
    forget();
  }

  @Override
  public void answer(String question) {
    note(engine.reply(new Message(question, List.of())).receipt());
  }

  /** What each stage took since the last call, in microseconds. */
  Map<String, double[]> take() {
    var taken = new LinkedHashMap<String, double[]>();
    micros.forEach((stage, values) -> taken.put(stage, values.build().toArray()));
    forget();
    return taken;
  }

  private void forget() {
    OF_AN_ANSWER.forEach(stage -> micros.put(stage, DoubleStream.builder()));
  }

  private void note(Receipt receipt) {
    micros.forEach((stage, values) -> values.add(micros(receipt, stage)));
  }

  private static double micros(Receipt receipt, String stage) {
    long searching =
        receipt.evidence().stream()
            .mapToLong(evidence -> evidence.micros().getOrDefault(stage, 0L))
            .sum();
    return searching + receipt.micros().getOrDefault(stage, 0L);
  }
}
