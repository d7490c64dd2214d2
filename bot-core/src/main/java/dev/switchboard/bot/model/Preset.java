package dev.switchboard.bot.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of models by their names, as their makers' price lists and documentation of
 * November 2026 tell. What a team's configuration says wins.
 */
enum Preset {
  GPT_4O_MINI("gpt-4o-mini", Tier.MINI, 0.15, 0.60, 128_000, Family.USUAL),
  GPT_4O("gpt-4o", Tier.LARGE, 2.50, 10, 128_000, Family.USUAL),
  GPT_41_NANO("gpt-4.1-nano", Tier.MINI, 0.10, 0.40, 1_000_000, Family.USUAL),
  GPT_41_MINI("gpt-4.1-mini", Tier.MINI, 0.40, 1.60, 1_000_000, Family.USUAL),
  GPT_41("gpt-4.1", Tier.LARGE, 2, 8, 1_000_000, Family.USUAL),
  GPT_35_TURBO("gpt-3.5-turbo", Tier.MINI, 0.50, 1.50, 16_385, Family.OLD),
  O1_MINI("o1-mini", Tier.PREVIEW, 1.10, 4.40, 128_000, Family.FIRST_REASONING),
  O1_PREVIEW("o1-preview", Tier.PREVIEW, 15, 60, 128_000, Family.FIRST_REASONING),
  O1("o1", Tier.LARGE, 15, 60, 200_000, Family.REASONING),
  O3_MINI("o3-mini", Tier.LARGE, 1.10, 4.40, 200_000, Family.BLIND_REASONING),
  O3("o3", Tier.LARGE, 2, 8, 200_000, Family.REASONING),
  O4_MINI("o4-mini", Tier.LARGE, 1.10, 4.40, 200_000, Family.REASONING),
  WHISPER("whisper-1", Tier.VOICE, 100, 0, 1_000_000, Family.HEARING),
  GPT_4O_TRANSCRIBE("gpt-4o-transcribe", Tier.VOICE, 100, 0, 1_000_000, Family.HEARING),
  GPT_4O_MINI_TRANSCRIBE("gpt-4o-mini-transcribe", Tier.VOICE, 50, 0, 1_000_000, Family.HEARING),
  TTS("tts-1", Tier.VOICE, 15, 0, 5_000, Family.SPEAKING),
  GPT_4O_MINI_TTS("gpt-4o-mini-tts", Tier.VOICE, 15, 0, 5_000, Family.SPEAKING),
  GPT_5_NANO("gpt-5-nano", Tier.MINI, 0.05, 0.40, 400_000, Family.REASONING),
  GPT_5_MINI("gpt-5-mini", Tier.MINI, 0.25, 2, 400_000, Family.REASONING),
  GPT_5("gpt-5", Tier.LARGE, 1.25, 10, 400_000, Family.REASONING);

  /** How whole families behave. */
  private enum Family {
    USUAL(new Quirks(true, true, true, true, 1), Ability.IMAGE, Ability.TOOLS, Ability.SCHEMA),
    OLD(new Quirks(true, true, true, true, 1), Ability.TOOLS),
    /**
     * Takes no message of the system, no temperature, and reasons within the tokens it is given.
     */
    FIRST_REASONING(new Quirks(false, false, false, true, 4_000)),
    REASONING(
        new Quirks(true, true, false, true, 4_000), Ability.IMAGE, Ability.TOOLS, Ability.SCHEMA),
    HEARING(new Quirks(true, false, true, false, 1), Ability.HEARS),
    SPEAKING(new Quirks(true, false, true, false, 1), Ability.SPEAKS),
    BLIND_REASONING(new Quirks(true, true, false, true, 4_000), Ability.TOOLS, Ability.SCHEMA);

    private final Quirks quirks;
    private final Set<Ability> abilities;

    Family(Quirks quirks, Ability... abilities) {
      this.quirks = quirks;
      this.abilities = Set.of(abilities);
    }
  }

  /** Of a model nobody has heard of: what every server that speaks the protocol takes. */
  static final Quirks UNKNOWN = new Quirks(true, true, true, false, 1);

  private final String prefix;
  private final Tier tier;
  private final double priceIn;
  private final double priceOut;
  private final int window;
  private final Quirks quirks;
  private final Set<Ability> abilities;

  Preset(String prefix, Tier tier, double priceIn, double priceOut, int window, Family family) {
    this.prefix = prefix;
    this.tier = tier;
    this.priceIn = priceIn;
    this.priceOut = priceOut;
    this.window = window;
    quirks = family.quirks;
    abilities = family.abilities;
  }

  /** The preset for a model, {@code openai/gpt-4o-2024-11-20} as well as {@code gpt-4o}. */
  static Optional<Preset> of(String model) {
    var name = model.substring(model.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(preset -> name.equals(preset.prefix) || name.startsWith(preset.prefix + "-"))
        .max((one, other) -> Integer.compare(one.prefix.length(), other.prefix.length()));
  }

  Tier tier() {
    return tier;
  }

  Price price() {
    return Price.dollars(priceIn, priceOut);
  }

  int window() {
    return window;
  }

  Quirks quirks() {
    return quirks;
  }

  Set<Ability> abilities() {
    return abilities;
  }
}
