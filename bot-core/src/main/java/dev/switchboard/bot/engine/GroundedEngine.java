package dev.switchboard.bot.engine;

import dev.switchboard.bot.ConversationEngine;
import dev.switchboard.bot.Decision;
import dev.switchboard.bot.Decision.Courtesy;
import dev.switchboard.bot.Escalation;
import dev.switchboard.bot.Evidence;
import dev.switchboard.bot.Exchange;
import dev.switchboard.bot.Knowledge;
import dev.switchboard.bot.Message;
import dev.switchboard.bot.Query;
import dev.switchboard.bot.Reading;
import dev.switchboard.bot.Receipt;
import dev.switchboard.bot.Reply;
import dev.switchboard.bot.Signal;
import dev.switchboard.bot.Thresholds;
import dev.switchboard.bot.ToneReader;
import dev.switchboard.bot.triage.Courtesies;
import dev.switchboard.bot.triage.Triage;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Answers from the knowledge alone, with proof, or says that it cannot. */
@Singleton
public final class GroundedEngine implements ConversationEngine {

  private final Triage triage;
  private final Knowledge knowledge;
  private final ToneReader tones;
  private final Urgency urgency = new Urgency();
  private final DecisionPolicy policy = new DecisionPolicy();
  private final Drafting drafting;

  /** Answers from that knowledge. */
  public GroundedEngine(
      Triage triage, ToneReader tones, Knowledge knowledge, Escalation escalation) {
    this.triage = triage;
    this.tones = tones;
    this.knowledge = knowledge;
    drafting = new Drafting(new Courtesies(), escalation);
  }

  @Override
  public Reply reply(Message message) {
    return reply(message, part -> {});
  }

  @Override
  public Reply reply(Message message, Consumer<Reply.Part> ready) {
    var watch = new Stopwatch();
    var reading = heard(triage.read(message));
    var urgent = urgency.of(reading.signals(), () -> before(message.history()));
    watch.lap("triage");
    var judge = new Judge(knowledge.thresholds(), message.rejectedArticles());
    var evidence = new ArrayList<Evidence>();
    var parts = new ArrayList<Reply.Part>();
    for (var question : lookedUp(reading)) {
      evidence.add(knowledge.find(new Query(question, reading.language())));
      watch.lap("retrieval");
      if (urgent.isEmpty() && answersEach(reading)) {
        parts.add(answer(evidence.getLast(), judge, reading));
        ready.accept(parts.getLast());
        watch.lap("drafting");
      }
    }
    if (parts.isEmpty()) {
      parts.add(
          urgent
              .map(decision -> drafting.draft(reading.text(), decision, reading.language()))
              .orElseGet(() -> withoutQuestion(evidence, judge, reading)));
      ready.accept(parts.getLast());
      watch.lap("drafting");
    }
    return new Reply(parts, new Receipt(reading, evidence, judge.thresholds(), watch.micros()));
  }

  /** What the policy goes by, beside the evidence. */
  private record Judge(Thresholds thresholds, Set<String> rejected) {}

  private Decision decide(Evidence found, Judge judge) {
    return policy.decide(found, judge.thresholds(), judge.rejected());
  }

  /** The questions; where there is none but something was said, that, as an article may meet it. */
  private static List<String> lookedUp(Reading reading) {
    var signals = reading.signals();
    if (signals.contains(Signal.EMPTY) || signals.contains(Signal.MEANINGLESS)) {
      return List.of();
    }
    return reading.questions().isEmpty() ? List.of(reading.text()) : reading.questions();
  }

  private static boolean answersEach(Reading reading) {
    return !reading.questions().isEmpty();
  }

  private Reading heard(Reading reading) {
    var signals = EnumSet.noneOf(Signal.class);
    signals.addAll(reading.signals());
    signals.addAll(tones.of(reading.text()).signals());
    return new Reading(reading.text(), reading.language(), reading.questions(), signals);
  }

  private Urgency.Before before(List<Exchange> history) {
    if (history.isEmpty()) {
      return Urgency.Before.NOTHING;
    }
    var last = history.getLast();
    var text = triage.read(new Message(last.question(), List.of())).text();
    return new Urgency.Before(tones.of(text).signals(), last.rejected());
  }

  private Reply.Part answer(Evidence found, Judge judge, Reading reading) {
    return drafting.draft(found.query().text(), decide(found, judge), reading.language());
  }

  /** "Are you a bot?" is answered by an article where the team has written one. */
  private Reply.Part withoutQuestion(List<Evidence> evidence, Judge judge, Reading reading) {
    var answered =
        evidence.stream()
            .map(found -> decide(found, judge))
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
