package dev.switchboard.bot.engine;

import dev.switchboard.bot.ConversationEngine;
import dev.switchboard.bot.Decision;
import dev.switchboard.bot.Decision.Cause;
import dev.switchboard.bot.Decision.Courtesy;
import dev.switchboard.bot.Decision.Escalate;
import dev.switchboard.bot.Escalation;
import dev.switchboard.bot.Evidence;
import dev.switchboard.bot.Knowledge;
import dev.switchboard.bot.Message;
import dev.switchboard.bot.Query;
import dev.switchboard.bot.Reading;
import dev.switchboard.bot.Receipt;
import dev.switchboard.bot.Reply;
import dev.switchboard.bot.Signal;
import dev.switchboard.bot.Thresholds;
import dev.switchboard.bot.triage.Courtesies;
import dev.switchboard.bot.triage.Triage;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Answers from the knowledge alone, with proof, or says that it cannot. */
@Singleton
public final class GroundedEngine implements ConversationEngine {

  private final Triage triage;
  private final Knowledge knowledge;
  private final DecisionPolicy policy = new DecisionPolicy();
  private final Drafting drafting;

  public GroundedEngine(Triage triage, Knowledge knowledge, Escalation escalation) {
    this.triage = triage;
    this.knowledge = knowledge;
    drafting = new Drafting(new Courtesies(), escalation);
  }

  @Override
  public Reply reply(Message message) {
    var watch = new Stopwatch();
    var reading = triage.read(message);
    watch.lap("triage");
    var thresholds = knowledge.thresholds();
    var evidence =
        lookedUp(reading).stream()
            .map(question -> new Query(question, reading.language()))
            .map(knowledge::find)
            .toList();
    watch.lap("retrieval");
    var parts = parts(reading, evidence, thresholds);
    watch.lap("drafting");
    return new Reply(parts, new Receipt(reading, evidence, thresholds, watch.micros()));
  }

  /** The questions; where there is none but something was said, that, as an article may meet it. */
  private static List<String> lookedUp(Reading reading) {
    var signals = reading.signals();
    if (signals.contains(Signal.EMPTY) || signals.contains(Signal.MEANINGLESS)) {
      return List.of();
    }
    return reading.questions().isEmpty() ? List.of(reading.text()) : reading.questions();
  }

  private List<Reply.Part> parts(Reading reading, List<Evidence> evidence, Thresholds thresholds) {
    if (reading.signals().contains(Signal.WANTS_PERSON)) {
      var wish = new Escalate(Cause.WANTS_PERSON, "the customer asked for a person");
      return List.of(drafting.draft(reading.text(), wish, reading.language()));
    }
    if (reading.questions().isEmpty()) {
      return List.of(withoutQuestion(reading, evidence, thresholds));
    }
    var parts = new ArrayList<Reply.Part>();
    for (var found : evidence) {
      var decision = policy.decide(found, thresholds);
      parts.add(drafting.draft(found.query().text(), decision, reading.language()));
    }
    return parts;
  }

  /** "Are you a bot?" is answered by an article where the team has written one. */
  private Reply.Part withoutQuestion(
      Reading reading, List<Evidence> evidence, Thresholds thresholds) {
    var answered =
        evidence.stream()
            .map(found -> policy.decide(found, thresholds))
            .filter(Decision.Answer.class::isInstance)
            .findFirst();
    return answered
        .map(decision -> drafting.draft(reading.text(), decision, reading.language()))
        .orElseGet(() ->
            drafting.draft(
                "", new Courtesy(courtesy(reading), "nothing was asked"), reading.language()));
  }

  private static Signal courtesy(Reading reading) {
    return Stream.of(
            Signal.EMPTY,
            Signal.MEANINGLESS,
            Signal.ASKS_IF_BOT,
            Signal.THANKS,
            Signal.GOODBYE,
            Signal.GREETING)
        .filter(reading.signals()::contains)
        .findFirst()
        .orElse(Signal.MEANINGLESS);
  }
}
