package dev.switchboard.knowledge.evaluation;

import dev.switchboard.bot.Candidate;
import dev.switchboard.bot.ConversationEngine;
import dev.switchboard.bot.Decision;
import dev.switchboard.bot.Evidence;
import dev.switchboard.bot.Message;
import dev.switchboard.bot.Query;
import dev.switchboard.bot.Receipt;
import dev.switchboard.bot.Reply;
import dev.switchboard.bot.Signal;
import dev.switchboard.knowledge.evaluation.Outcome.Freedom;
import dev.switchboard.knowledge.evaluation.Outcome.Given;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asks labelled questions of the engine that serves customers, and notes what became of each. */
public final class Evaluation {

  /** The first replies take longer while the JVM compiles; nobody's customers wait for those. */
  private static final int WARM_UP = 50;

  private final ConversationEngine engine;

  /** Asks this engine. */
  public Evaluation(ConversationEngine engine) {
    this.engine = engine;
  }

  /** Asks them one after the other, each as the first message of a conversation. */
  public List<Outcome> ask(List<LabelledQuestion> questions) {
    questions.stream().limit(WARM_UP).forEach(question -> engine.reply(message(question)));
    return questions.stream().map(this::outcome).toList();
  }

  private Outcome outcome(LabelledQuestion question) {
    var message = message(question);
    long start = System.nanoTime();
    var reply = engine.reply(message);
    long micros = (System.nanoTime() - start) / 1_000;
    var answer = answer(reply);
    return new Outcome(
        question,
        surest(question, reply.receipt()),
        freedom(reply.receipt()),
        answer.isPresent() ? Given.ANSWER : withoutAnswer(reply),
        answer.map(shown -> shown.passage().articleId()).orElse(""),
        micros);
  }

  private static Message message(LabelledQuestion question) {
    return new Message(question.text(), List.of());
  }

  /** The article given as the answer; of several in one reply the most probable. */
  private static Optional<Candidate> answer(Reply reply) {
    return reply.parts().stream()
        .map(Reply.Part::decision)
        .filter(Decision.Answer.class::isInstance)
        .map(decision -> ((Decision.Answer) decision).candidate())
        .max(Comparator.comparingDouble(Candidate::probability));
  }

  private static Given withoutAnswer(Reply reply) {
    return reply.parts().stream().anyMatch(part -> part.decision() instanceof Decision.Clarify)
        ? Given.CLARIFY
        : Given.NOTHING;
  }

  private static Evidence surest(LabelledQuestion question, Receipt receipt) {
    return receipt.evidence().stream()
        .max(Comparator.comparingDouble(Evaluation::confidence))
        .orElseGet(() -> nothing(question, receipt));
  }

  private static double confidence(Evidence evidence) {
    return evidence.best().map(Candidate::probability).orElse(0.0);
  }

  private static Evidence nothing(LabelledQuestion question, Receipt receipt) {
    var query = new Query(question.text(), receipt.reading().language());
    return new Evidence(query, List.of(), 0, Map.of());
  }

  private static Freedom freedom(Receipt receipt) {
    if (receipt.reading().signals().contains(Signal.WANTS_PERSON) || receipt.evidence().isEmpty()) {
      return Freedom.NONE;
    }
    return receipt.reading().questions().isEmpty() ? Freedom.ANSWER_OR_NOTHING : Freedom.ANY;
  }
}
