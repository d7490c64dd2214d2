package dev.switchboard.bot.cascade;

import dev.switchboard.bot.Ascent;
import dev.switchboard.bot.Ascent.Step;
import dev.switchboard.bot.Candidate;
import dev.switchboard.bot.Citation;
import dev.switchboard.bot.Decision;
import dev.switchboard.bot.Exchange;
import dev.switchboard.bot.Passage;
import dev.switchboard.bot.Proposal;
import dev.switchboard.bot.Reply;
import dev.switchboard.bot.Rung;
import dev.switchboard.bot.cascade.Cascade.Question;
import dev.switchboard.bot.grounding.Commission;
import dev.switchboard.bot.grounding.Manner;
import dev.switchboard.bot.grounding.Outcome;
import dev.switchboard.bot.grounding.Written;
import dev.switchboard.bot.model.Tier;
import dev.switchboard.bot.tool.Errand;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One question on its way up the ladder. */
final class Climb {
  private static final Duration MINI_PATIENCE = Duration.ofSeconds(12);
  private static final Duration TOOL_PATIENCE = Duration.ofSeconds(15);
  private static final int MOST_EARLIER = 3;
  // Beside the best article others may help that are less likely.
  private static final double SHARE = 0.2;
  private static final Set<Outcome> NO_FURTHER =
      Set.of(Outcome.SMALL_TALK, Outcome.OUT_OF_SCOPE, Outcome.WANTS_HUMAN, Outcome.UNSAFE);

  /**
   * What there is to answer with.
   *
   * @param cache of answers, null for none
   * @param answered hears what was answered, for models on trial
   */
  record Hands(
      BiFunction<Commission, Consumer<String>, Written> writer,
      Function<Errand.Wanted, Errand.Result> errands,
      Translation translation,
      @Nullable AnswerCache cache,
      BiConsumer<Commission, Written.Reply> answered,
      Clock clock) {}

  /** Translates, for a conversation. */
  @FunctionalInterface
  interface Translation {
    /** The text in that language, empty when it cannot be. */
    Optional<String> of(String text, Locale to, String conversationId);
  }

  private final Hands hands;
  private final Experiment.Arm arm;
  private final Question question;
  private final Choice choice;
  private final Consumer<String> writing;
  private final List<Step> steps = new ArrayList<>();
  private boolean settled;

  Climb(
      Hands hands, Experiment.Arm arm, Question question, Choice choice, Consumer<String> writing) {
    this.hands = hands;
    this.arm = arm;
    this.question = question;
    this.choice = choice;
    this.writing = writing;
  }

  Optional<Reply.Part> mini(boolean secondTry) {
    var answer = on(Rung.MINI);
    return answer.isEmpty() && secondTry && !settled ? on(Rung.LARGE) : answer;
  }

  Optional<Reply.Part> on(Rung rung) {
    var left = Duration.between(hands.clock().instant(), question.end());
    if (left.isNegative() || left.isZero()) {
      steps.add(new Step(rung, "", "there was no time left", 0, 0));
      return Optional.empty();
    }
    var fetched = question.kit().isEmpty() ? Optional.<Errand.Result>empty() : fetched(rung, left);
    if (fetched.flatMap(Errand.Result::proposal).isPresent()) {
      return fetched.flatMap(Errand.Result::proposal).map(this::offer);
    }
    var told = fetched.map(Errand.Result::found).orElse(List.of());
    var written = written(rung, told);
    return written.isEmpty() && !told.isEmpty() ? Optional.of(part(told)) : written;
  }

  /** What tools tell, or have offered. */
  private Optional<Errand.Result> fetched(Rung rung, Duration left) {
    long begun = System.nanoTime();
    var result =
        hands
            .errands()
            .apply(
                new Errand.Wanted(
                    question.found().query().text(),
                    earlier(question.message().history()),
                    question.kit(),
                    rung == Rung.MINI ? Tier.MINI : Tier.LARGE,
                    left.compareTo(TOOL_PATIENCE) > 0 ? TOOL_PATIENCE : left));
    var done = result.done().isEmpty() ? "no tool was of use" : String.join("; ", result.done());
    steps.add(
        new Step(
            result.model().isEmpty() ? rung : rung(result.tier()),
            result.model(),
            done,
            result.cost(),
            millisSince(begun)));
    return Optional.of(result);
  }

  private Reply.Part offer(Proposal proposal) {
    return new Reply.Part(
        question.found().query().text(),
        new Decision.Propose(proposal, "the customer is asked whether to do it"),
        proposal.words(),
        List.of());
  }

  /** What tools said, word for word. */
  private Reply.Part part(List<Passage> told) {
    var candidate = candidate(told.getFirst());
    return new Reply.Part(
        question.found().query().text(),
        new Decision.Answer(candidate, choice.because() + "; a tool of the team answers"),
        told.stream().map(Passage::text).collect(Collectors.joining("\n\n")),
        told.stream().map(each -> new Citation(each, each.text())).toList());
  }

  private static Candidate candidate(Passage told) {
    return new Candidate(told, told.text(), 1, Map.of(), List.of(told.text()));
  }

  private Optional<Reply.Part> written(Rung rung, List<Passage> told) {
    var left = Duration.between(hands.clock().instant(), question.end());
    if (!left.isPositive()) {
      return Optional.empty();
    }
    long begun = System.nanoTime();
    var wanted = commission(rung, told, left);
    boolean common = isCommon(told);
    var before = common ? remembered(wanted) : Optional.<Written.Reply>empty();
    if (before.isPresent()) {
      steps.add(new Step(rung, "", "answered as it was before", 0, millisSince(begun)));
      return part(before.get(), rung);
    }
    var written = spoken(hands.writer().apply(wanted, isForeign() ? text -> {} : writing));
    long millis = millisSince(begun);
    var effort = written.effort();
    // A large model that cannot be reached is stood in for by a small one.
    var asked = effort.model().isEmpty() ? rung : rung(effort.tier());
    var outcome = outcome(written);
    steps.add(new Step(asked, effort.model(), outcome, effort.cost(), millis));
    return switch (written) {
      case Written.Reply reply -> {
        if (common) {
          remember(wanted, reply);
        }
        if (!isForeign() && told.isEmpty()) {
          hands.answered().accept(wanted, reply);
        }
        yield part(reply, asked);
      }
      case Written.Nothing nothing -> {
        settled = nothing.outcome().filter(NO_FURTHER::contains).isPresent();
        yield Optional.empty();
      }
    };
  }

  private boolean isForeign() {
    return question.traits().foreign();
  }

  /** In the customer's language, after it was checked in that of the knowledge. */
  private Written spoken(Written written) {
    if (!isForeign() || !(written instanceof Written.Reply reply)) {
      return written;
    }
    var lines =
        reply.sentences().stream()
            .map(sentence -> sentence.text().replace('\n', ' '))
            .collect(Collectors.joining("\n"));
    return hands
        .translation()
        .of(lines, question.language(), question.message().conversationId())
        .<Written>map(text -> reply.with(text.lines().toList()))
        .orElseGet(() ->
            new Written.Nothing(
                Optional.empty(), "the answer could not be translated", reply.effort()));
  }

  /** Whether somebody else who asks it is to be told the same. */
  private boolean isCommon(List<Passage> told) {
    return arm.manner().equals(Manner.USUAL)
        && !isForeign()
        && told.isEmpty()
        && !question.message().sender().known();
  }

  private Optional<Written.Reply> remembered(Commission wanted) {
    return Optional.ofNullable(hands.cache()).flatMap(cache -> cache.find(wanted));
  }

  private void remember(Commission wanted, Written.Reply reply) {
    Optional.ofNullable(hands.cache()).ifPresent(cache -> cache.keep(wanted, reply));
  }

  private Commission commission(Rung rung, List<Passage> told, Duration left) {
    boolean mini = rung == Rung.MINI;
    var near =
        question.found().candidates().stream()
            .filter(candidate -> candidate.probability() >= arm.policy().unsureFrom() * SHARE)
            .map(Candidate::passage)
            .filter(this::isNotRejected)
            .distinct();
    var passages = Stream.concat(told.stream(), near).toList();
    return new Commission(
        question.found().query().text(),
        earlier(question.message().history()),
        passages,
        mini ? List.of() : question.message().pictures(),
        mini ? Tier.MINI : Tier.LARGE,
        mini ? "answer" : "hard answer",
        question.message().conversationId(),
        mini && left.compareTo(MINI_PATIENCE) > 0 ? MINI_PATIENCE : left,
        arm.manner());
  }

  private boolean isNotRejected(Passage passage) {
    return !question.message().rejectedArticles().contains(passage.articleId());
  }

  private Optional<Reply.Part> part(Written.Reply reply, Rung rung) {
    var first = reply.sentences().getFirst().proof().passage();
    return question.found().candidates().stream()
        .filter(candidate -> candidate.passage().equals(first))
        .findFirst()
        .or(() -> Optional.of(first).filter(Climb::isTold).map(Climb::candidate))
        .map(candidate ->
            new Reply.Part(
                question.found().query().text(),
                new Decision.Answer(candidate, because(reply, rung)),
                text(reply),
                reply.citations()));
  }

  private static boolean isTold(Passage passage) {
    return passage.kind() == Passage.Kind.TOOL;
  }

  private String because(Written.Reply reply, Rung rung) {
    return "%s; the %s model wrote the answer from %s, and each sentence was checked"
        .formatted(
            choice.because(),
            rung == Rung.MINI ? "small" : "large",
            reply.citations().stream()
                .map(citation -> "“" + citation.passage().title() + "”")
                .distinct()
                .collect(Collectors.joining(" and ")));
  }

  Ascent ascent(boolean answered) {
    var ended =
        answered
            ? steps.getLast().rung()
            : choice.rung() == Rung.PERSON || question.alone() instanceof Decision.Escalate
                ? Rung.PERSON
                : Rung.KNOWLEDGE;
    return new Ascent(
        question.found().query().text(),
        question.traits(),
        choice.rung(),
        choice.because(),
        steps,
        ended);
  }

  private static long millisSince(long begun) {
    return Duration.ofNanos(System.nanoTime() - begun).toMillis();
  }

  private static Rung rung(Tier tier) {
    return tier == Tier.LARGE ? Rung.LARGE : Rung.MINI;
  }

  private static List<String> earlier(List<Exchange> history) {
    return history.stream()
        .skip(Math.max(0, history.size() - MOST_EARLIER))
        .map(Exchange::question)
        .toList();
  }

  private static String outcome(Written written) {
    return switch (written) {
      case Written.Reply reply when reply.dropped() > 0 ->
          "answered; %d sentences that nothing bears were left out".formatted(reply.dropped());
      case Written.Reply reply -> reply.partly() ? "answered in part" : "answered";
      case Written.Nothing(var _, var because, var _) -> because;
    };
  }

  /** What was written, and of documents where it stands. */
  private static String text(Written.Reply reply) {
    var sources =
        reply.citations().stream()
            .map(Citation::passage)
            .filter(passage -> passage.kind() == Passage.Kind.DOCUMENT)
            .map(Passage::reference)
            .distinct()
            .collect(Collectors.joining("\n"));
    return sources.isEmpty() ? reply.marked() : reply.marked() + "\n\n" + sources;
  }
}
