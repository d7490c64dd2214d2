package dev.switchboard.bot.cascade;

import dev.switchboard.bot.Ascent;
import dev.switchboard.bot.Ascent.Step;
import dev.switchboard.bot.Candidate;
import dev.switchboard.bot.Citation;
import dev.switchboard.bot.Decision;
import dev.switchboard.bot.Evidence;
import dev.switchboard.bot.Exchange;
import dev.switchboard.bot.Message;
import dev.switchboard.bot.Passage;
import dev.switchboard.bot.Reply;
import dev.switchboard.bot.Rung;
import dev.switchboard.bot.Traits;
import dev.switchboard.bot.grounding.Commission;
import dev.switchboard.bot.grounding.GroundedWriter;
import dev.switchboard.bot.grounding.Outcome;
import dev.switchboard.bot.grounding.Translator;
import dev.switchboard.bot.grounding.Written;
import dev.switchboard.bot.model.LlmGateway;
import dev.switchboard.bot.model.Tier;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Has a question answered on the lowest rung that can: the router says where it begins, and what a
 * model cannot answer goes to the next rung.
 *
 * <p>A model only adds: whatever it says or fails in, what the knowledge alone would do remains, be
 * it an approved answer, a choice, or the way to a person.
 */
@Singleton
public final class Cascade {
  /** How long models may take for one message. */
  public static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final Duration MINI_PATIENCE = Duration.ofSeconds(12);
  private static final int MOST_EARLIER = 3;
  // Beside the best article others may help that are less likely.
  private static final double SHARE = 0.2;
  private static final Set<Outcome> NO_FURTHER =
      Set.of(Outcome.SMALL_TALK, Outcome.OUT_OF_SCOPE, Outcome.WANTS_HUMAN, Outcome.UNSAFE);

  private final Supplier<Means> means;
  private final BiFunction<Commission, Consumer<String>, Written> writer;
  private final Policy policy;
  private final Clock clock;
  private final @Nullable AnswerCache cache;
  private final BiConsumer<Commission, Written.Reply> answered;
  private final Translation translation;

  /** Made by the container. */
  @Inject
  Cascade(
      LlmGateway gateway,
      GroundedWriter writer,
      AnswerCache cache,
      Trials trials,
      Translator translator,
      Policies policies,
      Clock clock) {
    this(
        () -> means(gateway),
        writer::write,
        policies.inForce(),
        clock,
        cache,
        trials::answered,
        translator::translated);
  }

  /** Translates, for a conversation. */
  @FunctionalInterface
  private interface Translation {
    Optional<String> of(String text, Locale to, String conversationId);
  }

  private Cascade(
      Supplier<Means> means,
      BiFunction<Commission, Consumer<String>, Written> writer,
      Policy policy,
      Clock clock,
      @Nullable AnswerCache cache,
      BiConsumer<Commission, Written.Reply> answered,
      Translation translation) {
    this.translation = translation;
    this.cache = cache;
    this.answered = answered;
    this.means = means;
    this.writer = writer;
    this.policy = policy;
    this.clock = clock;
  }

  /** One without models: it only tells on which rung a question is answered. */
  public static Cascade withoutModels() {
    return new Cascade(
        () -> Means.NONE,
        (wanted, writing) ->
            new Written.Nothing(
                Optional.empty(), "no model is set up", new Written.Effort("", Tier.MINI, 0)),
        Policy.STANDARD,
        Clock.systemUTC(),
        null,
        (wanted, reply) -> {},
        (text, to, id) -> Optional.empty());
  }

  private static Means means(LlmGateway gateway) {
    double spent = gateway.isOn() ? gateway.spent() : 0;
    boolean money = spent < 1;
    return new Means(
        money && !gateway.ready(Tier.MINI).isEmpty(),
        money && !gateway.ready(Tier.LARGE).isEmpty(),
        money && gateway.sees(),
        spent);
  }

  /**
   * A question that is to be answered.
   *
   * @param message in which it was asked
   * @param found what the knowledge holds on it
   * @param alone what the knowledge alone makes of it
   * @param traits what decides who answers it
   * @param language of the customer
   * @param end until when models may take
   */
  public record Question(
      Message message,
      Evidence found,
      Decision alone,
      Traits traits,
      Locale language,
      Instant end) {}

  /**
   * What came of it.
   *
   * @param part what a model wrote, empty where what the knowledge alone does remains
   * @param ascent how it came about
   */
  public record Climbed(Optional<Reply.Part> part, Ascent ascent) {}

  /** Until when models may take for a message that is read now. */
  public Instant end() {
    return clock.instant().plus(PATIENCE);
  }

  /**
   * A question of a customer in whose language the knowledge holds nothing, in one of its own.
   *
   * @return empty where nobody can translate it
   */
  public Optional<String> translated(Message message, String question, Set<Locale> known) {
    return policy.rung(Matter.FOREIGN) == Rung.PERSON
            || policy.rung(Matter.FOREIGN) == Rung.KNOWLEDGE
        ? Optional.empty()
        : known.stream()
            .min(Comparator.comparing((Locale each) -> !each.equals(Locale.ENGLISH)))
            .flatMap(to -> translation.of(question, to, message.conversationId()));
  }

  /** How it climbs what has a reason to go to a person at once. */
  public Ascent urgent(String question, Traits traits) {
    var choice = Router.choose(traits, Means.NONE, policy);
    return new Ascent(question, traits, choice.rung(), choice.because(), List.of(), choice.rung());
  }

  /**
   * Climbs until somebody answers.
   *
   * @param writing hears what is being written, all of it so far; an empty text when it is void
   */
  public Climbed climb(Question question, Consumer<String> writing) {
    var have = means.get();
    var choice = Router.choose(question.traits(), have, policy);
    var climb = new Climb(question, choice, writing);
    var answer =
        switch (choice.rung()) {
          case KNOWLEDGE, PERSON -> Optional.<Reply.Part>empty();
          case MINI -> climb.mini(policy.secondTry() && Router.hasLarge(have, policy));
          case LARGE -> climb.on(Rung.LARGE);
        };
    return new Climbed(answer, climb.ascent(answer.isPresent()));
  }

  /** One question on its way. */
  private final class Climb {
    private final Question question;
    private final Choice choice;
    private final Consumer<String> writing;
    private final List<Step> steps = new ArrayList<>();
    private boolean settled;

    private Climb(Question question, Choice choice, Consumer<String> writing) {
      this.question = question;
      this.choice = choice;
      this.writing = writing;
    }

    private Optional<Reply.Part> mini(boolean secondTry) {
      var answer = on(Rung.MINI);
      return answer.isEmpty() && secondTry && !settled ? on(Rung.LARGE) : answer;
    }

    private Optional<Reply.Part> on(Rung rung) {
      var left = Duration.between(clock.instant(), question.end());
      if (left.isNegative() || left.isZero()) {
        steps.add(new Step(rung, "", "there was no time left", 0, 0));
        return Optional.empty();
      }
      long begun = System.nanoTime();
      var wanted = commission(rung, left);
      var before = remembered(wanted);
      if (before.isPresent()) {
        steps.add(new Step(rung, "", "answered as it was before", 0, millisSince(begun)));
        return part(before.get(), rung);
      }
      var written = spoken(writer.apply(wanted, isForeign() ? text -> {} : writing));
      long millis = millisSince(begun);
      var effort = written.effort();
      // A large model that cannot be reached is stood in for by a small one.
      var asked = effort.model().isEmpty() ? rung : rung(effort.tier());
      var outcome = outcome(written);
      steps.add(new Step(asked, effort.model(), outcome, effort.cost(), millis));
      return switch (written) {
        case Written.Reply reply -> {
          remember(wanted, reply);
          if (!isForeign()) {
            answered.accept(wanted, reply);
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
      return translation
          .of(lines, question.language(), question.message().conversationId())
          .<Written>map(text -> reply.with(text.lines().toList()))
          .orElseGet(() ->
              new Written.Nothing(
                  Optional.empty(), "the answer could not be translated", reply.effort()));
    }

    private Optional<Written.Reply> remembered(Commission wanted) {
      return cache == null || isForeign() || question.message().sender().known()
          ? Optional.empty()
          : cache.find(wanted);
    }

    private void remember(Commission wanted, Written.Reply reply) {
      if (cache != null && !isForeign() && !question.message().sender().known()) {
        cache.keep(wanted, reply);
      }
    }

    private Commission commission(Rung rung, Duration left) {
      boolean mini = rung == Rung.MINI;
      var passages =
          question.found().candidates().stream()
              .filter(candidate -> candidate.probability() >= policy.unsureFrom() * SHARE)
              .map(Candidate::passage)
              .filter(this::isNotRejected)
              .distinct()
              .toList();
      return new Commission(
          question.found().query().text(),
          earlier(question.message().history()),
          passages,
          mini ? List.of() : question.message().pictures(),
          mini ? Tier.MINI : Tier.LARGE,
          mini ? "answer" : "hard answer",
          question.message().conversationId(),
          mini && left.compareTo(MINI_PATIENCE) > 0 ? MINI_PATIENCE : left);
    }

    private boolean isNotRejected(Passage passage) {
      return !question.message().rejectedArticles().contains(passage.articleId());
    }

    private Optional<Reply.Part> part(Written.Reply reply, Rung rung) {
      var first = reply.sentences().getFirst().proof().passage();
      return question.found().candidates().stream()
          .filter(candidate -> candidate.passage().equals(first))
          .findFirst()
          .map(candidate ->
              new Reply.Part(
                  question.found().query().text(),
                  new Decision.Answer(candidate, because(reply, rung)),
                  text(reply),
                  reply.citations()));
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

    private Ascent ascent(boolean answered) {
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
