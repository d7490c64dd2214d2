package dev.switchboard.bot.cascade;

import dev.switchboard.bot.Ascent;
import dev.switchboard.bot.Decision;
import dev.switchboard.bot.Evidence;
import dev.switchboard.bot.Message;
import dev.switchboard.bot.Reply;
import dev.switchboard.bot.Rung;
import dev.switchboard.bot.Traits;
import dev.switchboard.bot.grounding.GroundedWriter;
import dev.switchboard.bot.grounding.Manner;
import dev.switchboard.bot.grounding.Translator;
import dev.switchboard.bot.grounding.Written;
import dev.switchboard.bot.model.LlmGateway;
import dev.switchboard.bot.model.Tier;
import dev.switchboard.bot.tool.Errand;
import dev.switchboard.bot.tool.Toolbox;
import dev.switchboard.bot.tool.Toolkit;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

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

  private final Supplier<Means> means;
  private final BiFunction<String, String, Toolkit> tools;
  private final Climb.Hands hands;
  private final Function<String, Experiment.Arm> arms;

  /** Made by the container. */
  @Inject
  Cascade(
      LlmGateway gateway,
      GroundedWriter writer,
      Errand errand,
      Toolbox toolbox,
      AnswerCache cache,
      Trials trials,
      Translator translator,
      Experiment experiment,
      Clock clock) {
    this(
        () -> means(gateway),
        (question, id) ->
            gateway.usesTools(Tier.MINI) || gateway.usesTools(Tier.LARGE)
                ? toolbox.fitting(question, id)
                : Toolkit.NONE,
        new Climb.Hands(
            writer::write, errand::run, translator::translated, cache, trials::answered, clock),
        experiment::arm);
  }

  private Cascade(
      Supplier<Means> means,
      BiFunction<String, String, Toolkit> tools,
      Climb.Hands hands,
      Function<String, Experiment.Arm> arms) {
    this.means = means;
    this.tools = tools;
    this.hands = hands;
    this.arms = arms;
  }

  /** One without models: it only tells on which rung a question is answered. */
  public static Cascade withoutModels() {
    var nothing =
        new Written.Nothing(
            Optional.empty(), "no model is set up", new Written.Effort("", Tier.MINI, 0));
    return new Cascade(
        () -> Means.NONE,
        (question, id) -> Toolkit.NONE,
        new Climb.Hands(
            (wanted, writing) -> nothing,
            wanted -> new Errand.Result(List.of(), Optional.empty(), List.of(), "", Tier.MINI, 0),
            (text, to, id) -> Optional.empty(),
            null,
            (wanted, reply) -> {},
            Clock.systemUTC()),
        id -> new Experiment.Arm(Policy.STANDARD, Manner.USUAL));
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
   * @param kit the tools that may know more
   * @param language of the customer
   * @param end until when models may take
   */
  public record Question(
      Message message,
      Evidence found,
      Decision alone,
      Traits traits,
      Toolkit kit,
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
    return hands.clock().instant().plus(PATIENCE);
  }

  /**
   * A question of a customer in whose language the knowledge holds nothing, in one of its own.
   *
   * @return empty where nobody can translate it
   */
  public Optional<String> translated(Message message, String question, Set<Locale> known) {
    var rung = arms.apply(message.conversationId()).policy().rung(Matter.FOREIGN);
    return rung == Rung.PERSON || rung == Rung.KNOWLEDGE
        ? Optional.empty()
        : known.stream()
            .min(Comparator.comparing((Locale each) -> !each.equals(Locale.ENGLISH)))
            .flatMap(to -> hands.translation().of(question, to, message.conversationId()));
  }

  /** The tools that a question of the message is a matter for. */
  public Toolkit kit(Message message, String question) {
    return tools.apply(question, message.conversationId());
  }

  /** How it climbs what has a reason to go to a person at once. */
  public Ascent urgent(String question, Traits traits) {
    // Whatever holds, a person sees to it.
    var choice = Router.choose(traits, Means.NONE, Policy.STANDARD);
    return new Ascent(question, traits, choice.rung(), choice.because(), List.of(), choice.rung());
  }

  /**
   * Climbs until somebody answers.
   *
   * @param writing hears what is being written, all of it so far; an empty text when it is void
   */
  public Climbed climb(Question question, Consumer<String> writing) {
    var have = means.get();
    var arm = arms.apply(question.message().conversationId());
    var policy = arm.policy();
    var choice = Router.choose(question.traits(), have, policy);
    var climb = new Climb(hands, arm, question, choice, writing);
    var answer =
        switch (choice.rung()) {
          case KNOWLEDGE, PERSON -> Optional.<Reply.Part>empty();
          case MINI -> climb.mini(policy.secondTry() && Router.hasLarge(have, policy));
          case LARGE -> climb.on(Rung.LARGE);
        };
    return new Climbed(answer, climb.ascent(answer.isPresent()));
  }
}
