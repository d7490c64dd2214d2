package dev.switchboard.bot.model;

import io.micronaut.context.exceptions.ConfigurationException;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The models of the team, as its configuration names them. */
@Singleton
public final class Models {
  private static final int USUAL_WINDOW = 8_192;

  private final List<Model> all;
  private final Map<Tier, List<Model>> byTier;

  /**
   * Made by the container.
   *
   * @throws ConfigurationException when something cannot be, and says what
   */
  Models(List<ModelEntry> entries, List<ProviderEntry> providers) {
    var byName =
        providers.stream().collect(Collectors.toMap(ProviderEntry::name, Function.identity()));
    all =
        entries.stream()
            .map(entry -> model(entry, byName))
            .sorted(
                Comparator.comparing(Model::tier)
                    .thenComparing(Model::order)
                    .thenComparing(Model::name))
            .toList();
    byTier = all.stream().collect(Collectors.groupingBy(Model::tier));
  }

  private static Model model(ModelEntry entry, Map<String, ProviderEntry> providers) {
    var provider = providers.get(entry.provider());
    if (provider == null) {
      throw wrong(entry, "provider", "there is no switchboard.providers." + entry.provider());
    }
    var preset = Preset.of(entry.model());
    var price = preset.map(Preset::price).orElse(Price.dollars(0, 0));
    var own =
        Price.dollars(
            Objects.requireNonNullElse(entry.priceIn(), 0.0),
            Objects.requireNonNullElse(entry.priceOut(), 0.0));
    if (own.in() < 0 || own.out() < 0) {
      throw wrong(entry, "price-in and price-out", "nobody pays you for tokens");
    }
    int window =
        Objects.requireNonNullElse(entry.window(), preset.map(Preset::window).orElse(USUAL_WINDOW));
    if (window < 1 || entry.concurrency() < 1) {
      throw wrong(entry, "window and concurrency", "they must be 1 or more");
    }
    if (!(entry.weight() > 0 && entry.weight() < Double.POSITIVE_INFINITY)) {
      throw wrong(entry, "weight", "it must be more than 0");
    }
    return new Model(
        entry.name(),
        Objects.requireNonNullElse(entry.tier(), preset.map(Preset::tier).orElse(Tier.MINI)),
        entry.order(),
        entry.weight(),
        entry.model(),
        provider.url(),
        provider.key(),
        provider.headers(),
        new Price(
            entry.priceIn() == null ? price.in() : own.in(),
            entry.priceOut() == null ? price.out() : own.out()),
        window,
        entry.concurrency(),
        quirks(entry, preset.map(Preset::quirks).orElse(Preset.UNKNOWN)),
        Objects.requireNonNullElse(
            entry.abilities(), preset.map(Preset::abilities).orElse(Set.of())));
  }

  private static Quirks quirks(ModelEntry entry, Quirks known) {
    return new Quirks(
        known.system(),
        Objects.requireNonNullElse(entry.streams(), known.streams()),
        known.temperature(),
        known.completionTokens(),
        known.fewestTokens());
  }

  private static ConfigurationException wrong(ModelEntry entry, String what, String because) {
    return new ConfigurationException(
        "switchboard.models.%s: %s: %s".formatted(entry.name(), what, because));
  }

  /** All of them: by tier, then by order. */
  public List<Model> all() {
    return all;
  }

  /** Those of a tier, in the order in which they are to be asked. */
  public List<Model> of(Tier tier) {
    return byTier.getOrDefault(tier, List.of());
  }
}
