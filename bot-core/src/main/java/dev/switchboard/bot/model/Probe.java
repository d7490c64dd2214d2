package dev.switchboard.bot.model;

import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Tries what models do when they are asked, with tiny questions, booked nowhere. */
@Singleton
public final class Probe {
  private static final Ask QUESTION =
      new Ask(
          List.of(SystemMessage.from("You answer with one word."), UserMessage.from("Say: ready")),
          Tier.MINI,
          "probe",
          "",
          16);
  // A question with passages and a short answer, as support has them.
  private static final long USUAL_IN = 1_500;
  private static final long USUAL_OUT = 150;
  private static final long THOUSAND = 1_000;
  // A usual voice note, and a usual answer.
  private static final long SECONDS = 15;
  private static final long CHARACTERS = 300;

  private final Models models;
  private final ModelCaller caller;
  private final AbilityProbe abilities;
  private final Patience patience;
  private final VoiceCaller voices;
  private final String voice;

  /**
   * Made by the container.
   *
   * @param voice by which answers are spoken, as the provider calls it
   */
  Probe(
      Models models,
      ModelCaller caller,
      AbilityProbe abilities,
      Patience patience,
      VoiceCaller voices,
      @Property(name = "switchboard.voice", defaultValue = "alloy") String voice) {
    this.voices = voices;
    this.voice = voice;
    this.models = models;
    this.caller = caller;
    this.abilities = abilities;
    this.patience = patience;
  }

  /**
   * What was found out of a model.
   *
   * @param trouble what is wrong, in words, empty when it answers
   * @param first until it began to answer
   * @param whole until it had answered
   * @param perThousand what a thousand usual questions cost, in micro-dollars
   * @param can what it did of {@link #TRIED}
   */
  public record Found(
      Model model,
      String trouble,
      Duration first,
      Duration whole,
      long perThousand,
      Set<Ability> can) {
    /** What is tried at all. */
    public static final Set<Ability> TRIED = Set.of(Ability.IMAGE, Ability.TOOLS, Ability.SCHEMA);
  }

  /** What one usual question costs, in micro-dollars. */
  public static long usualCost(Model model) {
    return model.price().of(USUAL_IN, USUAL_OUT);
  }

  /** Tries all models, one after the other. */
  public List<Found> all() {
    return models.all().stream().map(this::tried).toList();
  }

  private Found tried(Model model) {
    long begun = System.nanoTime();
    long perThousand = model.price().of(USUAL_IN * THOUSAND, USUAL_OUT * THOUSAND);
    try {
      if (model.tier() == Tier.VOICE) {
        return voice(model, begun);
      }
      var said = caller.call(model, QUESTION, patience.whole(), Pieces.none());
      var whole = Duration.ofNanos(System.nanoTime() - begun);
      return new Found(model, "", said.first(), whole, perThousand, abilities.of(model));
    } catch (ProviderFailure failure) {
      return new Found(
          model, trouble(model, failure), Duration.ZERO, Duration.ZERO, perThousand, Set.of());
    }
  }

  /** Has a second of silence written down, or a word spoken. */
  private Found voice(Model model, long begun) {
    boolean hears = model.abilities().contains(Ability.HEARS);
    var first =
        hears
            ? voices.written(model, Silence.WAV, "silence.wav", patience.whole()).first()
            : voices.spoken(model, "Hello.", voice, patience.whole()).first();
    var whole = Duration.ofNanos(System.nanoTime() - begun);
    long perThousand = model.price().of((hears ? SECONDS : CHARACTERS) * THOUSAND, 0);
    return new Found(
        model, "", first, whole, perThousand, Set.of(hears ? Ability.HEARS : Ability.SPEAKS));
  }

  private static String trouble(Model model, ProviderFailure failure) {
    return switch (failure.kind()) {
      case UNREACHABLE -> "nobody answers at " + model.url() + ": check the url";
      case UNAUTHORIZED ->
          model.key().isEmpty()
              ? "a key is missing: set the provider's key"
              : "the key is refused: " + failure.getMessage();
      case NO_MODEL -> "there is no model " + model.id() + " at " + model.url();
      case NO_CREDIT -> "there is no credit left: " + failure.getMessage();
      case GARBAGE -> failure.getMessage() + ": is " + model.url() + " the address of the API?";
      case SLOW, STALLED, CUT, OVERLOADED, RATE_LIMITED, TOO_LONG, REFUSED ->
          String.valueOf(failure.getMessage());
    };
  }
}
