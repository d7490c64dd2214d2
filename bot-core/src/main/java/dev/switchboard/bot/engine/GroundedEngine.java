package dev.switchboard.bot.engine;

import dev.switchboard.bot.Ascent;
import dev.switchboard.bot.Candidate;
import dev.switchboard.bot.ConversationEngine;
import dev.switchboard.bot.Decision;
import dev.switchboard.bot.Decision.Cause;
import dev.switchboard.bot.Decision.Courtesy;
import dev.switchboard.bot.Decision.Escalate;
import dev.switchboard.bot.Escalation;
import dev.switchboard.bot.Evidence;
import dev.switchboard.bot.HouseRules;
import dev.switchboard.bot.Knowledge;
import dev.switchboard.bot.Likeness;
import dev.switchboard.bot.Message;
import dev.switchboard.bot.Passage;
import dev.switchboard.bot.Picture;
import dev.switchboard.bot.Progress;
import dev.switchboard.bot.Query;
import dev.switchboard.bot.Reading;
import dev.switchboard.bot.Receipt;
import dev.switchboard.bot.Reply;
import dev.switchboard.bot.Ruling;
import dev.switchboard.bot.Rung;
import dev.switchboard.bot.Signal;
import dev.switchboard.bot.Situation;
import dev.switchboard.bot.Thresholds;
import dev.switchboard.bot.ToneReader;
import dev.switchboard.bot.Traits;
import dev.switchboard.bot.cascade.Cascade;
import dev.switchboard.bot.cascade.Reasoning;
import dev.switchboard.bot.tool.Toolkit;
import dev.switchboard.bot.triage.Courtesies;
import dev.switchboard.bot.triage.Triage;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Answers from the knowledge alone, with proof, or says that it cannot. */
@Singleton
public final class GroundedEngine implements ConversationEngine {

  /** From how many characters on the language of a text is more than a guess. */
  private static final int SURE_OF_LANGUAGE = 25;

  private final Triage triage;
  private final Knowledge knowledge;
  private final ToneReader tones;
  private final Likeness likeness;
  private final HouseRules rules;
  private final Urgency urgency = new Urgency();
  private final DecisionPolicy policy = new DecisionPolicy();
  private final Cascade cascade;
  private final Drafting drafting;

  /** Answers from that knowledge. */
  public GroundedEngine(
      Triage triage,
      ToneReader tones,
      Likeness likeness,
      HouseRules rules,
      Knowledge knowledge,
      Cascade cascade,
      Escalation escalation) {
    this.triage = triage;
    this.tones = tones;
    this.likeness = likeness;
    this.rules = rules;
    this.knowledge = knowledge;
    this.cascade = cascade;
    drafting = new Drafting(new Courtesies(), escalation);
  }

  @Override
  public Reply reply(Message message) {
    return reply(message, part -> {});
  }

  @Override
  public Reply reply(Message message, Progress progress) {
    return reply(message, progress, cascade);
  }

  @Override
  public Reply replyFromKnowledge(Message message) {
    return reply(message, part -> {}, Cascade.withoutModels());
  }

  private Reply reply(Message message, Progress progress, Cascade cascade) {
    var watch = new Stopwatch();
    var reading = heard(triage.read(message));
    var topics = rules.topics(reading.text());
    var past = past(message, reading);
    var urgent = urgency.of(heard(message, reading, topics), past);
    watch.lap("triage");
    var judge =
        new Judge(knowledge.thresholds(), message.rejectedArticles(), topics, foreign(reading));
    var asked = new Asked(message, reading, judge, past, cascade, cascade.end());
    var evidence = new ArrayList<Evidence>();
    var parts = new ArrayList<Reply.Part>();
    var ascents = new ArrayList<Ascent>();
    for (var question : lookedUp(reading)) {
      evidence.add(knowledge.find(query(question, asked)));
      watch.lap("retrieval");
      if (urgent.isEmpty() && answersEach(reading)) {
        parts.add(answer(evidence.getLast(), asked, progress, ascents));
        progress.ready(parts.getLast());
        watch.lap("drafting");
      }
    }
    if (parts.isEmpty()) {
      parts.add(
          urgent
              .map(decision -> urgent(decision, asked, ascents))
              .orElseGet(() -> withoutQuestion(evidence, judge, reading)));
      progress.ready(parts.getLast());
      watch.lap("drafting");
    }
    return new Reply(
        parts, new Receipt(reading, evidence, judge.thresholds(), watch.micros(), ascents));
  }

  /** A message with all that its questions are answered by, beside the evidence. */
  private record Asked(
      Message message, Reading reading, Judge judge, Past past, Cascade cascade, Instant end) {
    private Traits traits(
        String urgent, Decision alone, Optional<Candidate> best, String question, Toolkit kit) {
      return new Traits(
          urgent,
          found(alone),
          best.filter(each -> each.passage().kind() == Passage.Kind.DOCUMENT).isPresent(),
          best.map(Candidate::probability).orElse(0.0),
          reading.questions().size(),
          Reasoning.isNeeded(question),
          !kit.isEmpty(),
          message.pictures().size(),
          Urgency.isCross(reading.signals()),
          past.failures(),
          judge.foreign(),
          message.sender().vip(),
          judge.topics(),
          message.sender().channel());
    }

    private static Traits.Found found(Decision alone) {
      return switch (alone) {
        case Decision.Answer _, Decision.Propose _ -> Traits.Found.ANSWER;
        case Decision.Clarify _ -> Traits.Found.CHOICE;
        case Decision.Escalate _ -> Traits.Found.NOTHING;
        case Decision.Courtesy _ -> Traits.Found.COURTESY;
      };
    }
  }

  private Reply.Part urgent(Escalate decision, Asked asked, List<Ascent> ascents) {
    var reading = asked.reading();
    var traits =
        asked.traits(decision.because(), decision, Optional.empty(), reading.text(), Toolkit.NONE);
    ascents.add(asked.cascade().urgent(reading.text(), traits));
    return drafting.draft(reading.text(), decision, reading.language());
  }

  /** What the policy goes by, beside the evidence. */
  private record Judge(
      Thresholds thresholds, Set<String> rejected, Set<String> topics, boolean foreign) {}

  private Decision decide(Evidence found, Judge judge) {
    var decision = policy.decide(found, judge.thresholds(), judge.rejected());
    return decision instanceof Escalate(var cause, var because)
        ? unanswered(cause, because, found.query(), judge)
        : decision;
  }

  private static Escalate unanswered(Cause cause, String because, Query query, Judge judge) {
    if (judge.foreign()) {
      return new Escalate(
          Cause.LANGUAGE_NOT_COVERED,
          "the knowledge holds nothing in " + query.language().getDisplayLanguage(Locale.ENGLISH));
    }
    return judge.topics().isEmpty()
        ? new Escalate(cause, because)
        : new Escalate(
            cause,
            "it is about %s, and %s"
                .formatted(String.join(", ", new TreeSet<>(judge.topics())), because));
  }

  private Urgency.Heard heard(Message message, Reading reading, Set<String> topics) {
    var situation = new Situation(reading.signals(), topics, reading.language(), message.sender());
    // Whoever only greets has not asked for anything yet.
    boolean says = !reading.questions().isEmpty() || !topics.isEmpty();
    return new Urgency.Heard(
        reading.signals(), topics, isUnread(message), says ? rules.ruling(situation) : Ruling.NONE);
  }

  private static boolean isUnread(Message message) {
    return message.files() && message.pictures().isEmpty();
  }

  // Of a short text the language is only a guess.
  private boolean foreign(Reading reading) {
    var languages = knowledge.languages();
    return reading.text().length() >= SURE_OF_LANGUAGE
        && !reading.language().equals(Locale.ROOT)
        && !languages.isEmpty()
        && languages.stream()
            .noneMatch(known -> known.getLanguage().equals(reading.language().getLanguage()));
  }

  /** The questions; where there is none but something was said, that, as an article may meet it. */
  private static List<String> lookedUp(Reading reading) {
    var signals = reading.signals();
    if (signals.contains(Signal.EMPTY) || signals.contains(Signal.MEANINGLESS)) {
      return List.of();
    }
    return reading.questions().isEmpty() ? List.of(reading.text()) : reading.questions();
  }

  private Query query(String question, Asked asked) {
    var words = asked(question, asked.message());
    var known = knowledge.languages();
    return asked.judge().foreign() && !known.isEmpty()
        ? asked
            .cascade()
            .translated(asked.message(), words, known)
            .map(text -> new Query(text, Locale.ROOT))
            .orElseGet(() -> new Query(words, asked.reading().language()))
        : new Query(words, asked.reading().language());
  }

  /** With what stands in the pictures, which is often what it is about. */
  private static String asked(String question, Message message) {
    var words =
        message.pictures().stream()
            .map(Picture::words)
            .filter(text -> !text.isBlank() && !text.equals(question))
            .collect(Collectors.joining("\n"));
    var text = words.isEmpty() ? question : question + "\n" + words;
    return text.substring(0, Math.min(text.length(), Message.MAX_LENGTH));
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

  private Past past(Message message, Reading reading) {
    return new Past(triage, tones, likeness, reading, message.history());
  }

  private Reply.Part answer(Evidence found, Asked asked, Progress progress, List<Ascent> ascents) {
    var question = found.query().text();
    var alone = decide(found, asked.judge());
    var kit = asked.cascade().kit(asked.message(), question);
    var traits = asked.traits("", alone, found.best(), question, kit);
    var climbed =
        asked
            .cascade()
            .climb(
                new Cascade.Question(
                    asked.message(),
                    found,
                    alone,
                    traits,
                    kit,
                    asked.reading().language(),
                    asked.end()),
                progress::writing);
    ascents.add(climbed.ascent());
    return climbed
        .part()
        .map(part -> inWords(part, asked))
        .orElseGet(() ->
            drafting.draft(
                question, decision(alone, climbed.ascent()), asked.reading().language()));
  }

  private Reply.Part inWords(Reply.Part part, Asked asked) {
    return part.decision() instanceof Decision.Propose
        ? drafting.draft(part.question(), part.decision(), asked.reading().language())
        : part;
  }

  // The team may want a person for what an article would answer.
  private static Decision decision(Decision alone, Ascent ascent) {
    return ascent.ended() == Rung.PERSON && !(alone instanceof Escalate)
        ? new Escalate(Cause.HOUSE_RULE, ascent.because())
        : alone;
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
