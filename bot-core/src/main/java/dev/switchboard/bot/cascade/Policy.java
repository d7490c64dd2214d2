package dev.switchboard.bot.cascade;

import dev.switchboard.bot.Rung;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * How the team wants questions to be routed.
 *
 * @param name the team's name for it
 * @param rungs for each matter the rung that it asks for; the highest wins
 * @param topics the rung for questions about a topic, by the topic's name
 * @param unsureFrom the chance, 0 to 1, from which on an article is worth a model's time
 * @param sureFrom the chance, 0 to 1, from which on an approved answer needs no model
 * @param many from how many questions on they are many
 * @param largeUntil the share of the day's budget, 0 to 1, after which the large model is spared
 * @param secondTry whether the large model is asked where the small one finds no answer
 */
public record Policy(
    String name,
    Map<Matter, Rung> rungs,
    Map<String, Rung> topics,
    double unsureFrom,
    double sureFrom,
    int many,
    double largeUntil,
    boolean secondTry) {

  /** What holds where the team has said nothing. */
  public static final Policy STANDARD =
      new Policy("standard", Map.of(), Map.of(), 0.1, 0.8, 4, 0.9, true);

  public Policy {
    rungs = Map.copyOf(rungs);
    topics = Collections.unmodifiableMap(new TreeMap<>(topics));
    if (!(unsureFrom >= 0 && unsureFrom <= 1 && sureFrom >= 0 && sureFrom <= 1)
        || !(largeUntil >= 0 && largeUntil <= 1)
        || many < 1) {
      throw new IllegalArgumentException(
          "unsure-from, sure-from and large-until must be from 0 to 1, and many 1 or more");
    }
  }

  /** The rung that the matter asks for. */
  Rung rung(Matter matter) {
    return rungs.getOrDefault(matter, matter.usual());
  }
}
