package dev.switchboard.bot.model;

import java.net.URI;
import java.util.Map;
import java.util.Set;

/**
 * A model that can be called.
 *
 * @param name the team's name for it
 * @param tier what it is for
 * @param order among those of its tier, the lowest first
 * @param weight its share of the work of those of the same order, beside theirs
 * @param id as its provider calls it
 * @param url where its provider is
 * @param key what is shown there, empty for none
 * @param headers further headers
 * @param price of its tokens
 * @param window how many tokens question and answer can have together
 * @param concurrency how many calls may run at a time
 * @param quirks what it does not take
 * @param abilities what it can do beside reading and writing
 */
public record Model(
    String name,
    Tier tier,
    int order,
    double weight,
    String id,
    URI url,
    String key,
    Map<String, String> headers,
    Price price,
    int window,
    int concurrency,
    Quirks quirks,
    Set<Ability> abilities) {
  public Model {
    abilities = Set.copyOf(abilities);
  }

  /** The same with other quirks. */
  Model with(Quirks other) {
    return new Model(
        name,
        tier,
        order,
        weight,
        id,
        url,
        key,
        headers,
        price,
        window,
        concurrency,
        other,
        abilities);
  }

  /** Without the key. */
  @Override
  public String toString() {
    return "Model[%s, %s at %s]".formatted(name, id, url);
  }
}
