package dev.switchboard.bot.cascade;

import static java.util.Objects.requireNonNullElse;

import dev.switchboard.bot.Rung;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.exceptions.ConfigurationException;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The policies of the team, and the one in force. */
@Singleton
public final class Policies {
  private final Map<String, Policy> all = new TreeMap<>();
  private final Policy inForce;

  /**
   * Made by the container.
   *
   * @param name of the one in force
   * @throws ConfigurationException when something cannot be, and says what
   */
  Policies(
      List<PolicyEntry> entries,
      @Property(name = "switchboard.policy", defaultValue = "standard") String name) {
    all.put(Policy.STANDARD.name(), Policy.STANDARD);
    entries.forEach(entry -> all.put(entry.name(), policy(entry)));
    inForce = named(name);
  }

  private static Policy policy(PolicyEntry entry) {
    var usual = Policy.STANDARD;
    try {
      return new Policy(
          entry.name(),
          rungs(requireNonNullElse(entry.rungs(), Map.of())),
          requireNonNullElse(entry.topics(), Map.of()),
          requireNonNullElse(entry.unsureFrom(), usual.unsureFrom()),
          requireNonNullElse(entry.sureFrom(), usual.sureFrom()),
          requireNonNullElse(entry.many(), usual.many()),
          requireNonNullElse(entry.largeUntil(), usual.largeUntil()),
          requireNonNullElse(entry.secondTry(), usual.secondTry()));
    } catch (IllegalArgumentException wrong) {
      throw new ConfigurationException(
          "switchboard.policies." + entry.name() + ": " + wrong.getMessage(), wrong);
    }
  }

  private static Map<Matter, Rung> rungs(Map<String, Rung> written) {
    var rungs = new EnumMap<Matter, Rung>(Matter.class);
    written.forEach((key, rung) -> rungs.put(matter(key), rung));
    return rungs;
  }

  private static Matter matter(String key) {
    return Arrays.stream(Matter.values())
        .filter(matter -> matter.key().equals(key.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "rungs: there is no matter %s; there are %s"
                    .formatted(
                        key,
                        Arrays.stream(Matter.values())
                            .map(Matter::key)
                            .collect(Collectors.joining(", ")))));
  }

  /**
   * The policy of that name.
   *
   * @throws ConfigurationException when there is none, and names those there are
   */
  public Policy named(String name) {
    var found = all.get(name);
    if (found == null) {
      throw new ConfigurationException(
          "there is no policy %s; there are: %s"
              .formatted(name, String.join(", ", new TreeSet<>(all.keySet()))));
    }
    return found;
  }

  /** The one in force. */
  public Policy inForce() {
    return inForce;
  }
}
