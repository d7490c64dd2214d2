package dev.switchboard.bot.model;

import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The one way to models that hear and speak: with the breakers, repetitions, budget and ledger of
 * all others.
 */
@Singleton
public final class VoiceGateway {
  /** The longest text that is spoken, in characters. */
  public static final int LONGEST = 4_000;

  // Voice notes have at least 16 kbit a second; where the provider tells seconds, these are paid.
  private static final int BYTES_A_SECOND = 2_000;

  private final Models models;
  private final VoiceCaller caller;
  private final Traffic traffic;
  private final Ledger ledger;
  private final String voice;

  /**
   * Made by the container.
   *
   * @param voice by which answers are spoken, as the provider calls it
   */
  VoiceGateway(
      Models models,
      VoiceCaller caller,
      Traffic traffic,
      Ledger ledger,
      @Property(name = "switchboard.voice", defaultValue = "alloy") String voice) {
    this.models = models;
    this.caller = caller;
    this.traffic = traffic;
    this.ledger = ledger;
    this.voice = voice;
  }

  /** Whether there is a model that writes down what is spoken. */
  public boolean hears() {
    return !able(Ability.HEARS).isEmpty();
  }

  /** Whether there is a model that speaks. */
  public boolean speaks() {
    return !able(Ability.SPEAKS).isEmpty();
  }

  /**
   * What was said.
   *
   * @param words of it, empty where nothing was
   * @param model who wrote it down, by the team's name
   */
  public record Heard(String words, String model) {}

  /**
   * Has it written down.
   *
   * @param name of the file, with the ending of its format
   * @param conversationId on which it is booked, empty for none
   * @return empty when no model could
   */
  public Optional<Heard> written(byte[] sound, String name, String conversationId, Duration most) {
    long seconds = 1 + sound.length / BYTES_A_SECOND;
    return this.<String>asked(
            Ability.HEARS,
            "voice note",
            conversationId,
            seconds,
            most,
            (model, left, pieces) -> caller.written(model, sound, name, left))
        .map(got -> new Heard(got.said().what(), got.model().name()));
  }

  /**
   * Has it spoken, as MP3.
   *
   * @param text of at most {@link #LONGEST} characters
   * @param conversationId on which it is booked, empty for none
   * @return empty when no model could
   */
  public Optional<byte[]> spoken(String text, String conversationId, Duration most) {
    return this.<byte[]>asked(
            Ability.SPEAKS,
            "speech",
            conversationId,
            text.length(),
            most,
            (model, left, pieces) -> caller.spoken(model, text, voice, left))
        .map(got -> got.said().what());
  }

  private <T> Optional<Attempts.Got<T>> asked(
      Ability need, String purpose, String conversationId, long amount, Duration most, Way<T> way) {
    var terms =
        new Terms(Tier.VOICE, "", purpose, conversationId, "", amount, 1, "", 0, Set.of(need));
    var end = traffic.now().plus(most);
    return new Attempts<T>(traffic, terms, Pieces.none(), end, way, ledger::book).ask(able(need));
  }

  private List<Model> able(Ability need) {
    return traffic.inTurn(
        models.of(Tier.VOICE).stream().filter(model -> model.abilities().contains(need)).toList());
  }
}
