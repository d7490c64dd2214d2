package dev.switchboard.bot.cascade;

import dev.switchboard.bot.Ascent;
import dev.switchboard.bot.Ascent.Step;
import dev.switchboard.bot.Rung;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What would have been routed otherwise under another policy: recorded questions, routed anew by
 * what decided them.
 *
 * @param questions how many
 * @param before under the policy in force
 * @param after under the other
 * @param changes what goes elsewhere, the most frequent first
 */
public record Replay(int questions, Sums before, Sums after, List<Change> changes) {

  /**
   * What a policy comes to.
   *
   * @param begun how many questions begin on each rung
   * @param cost of models, in micro-dollars
   * @param millis that customers wait for models on average, in milliseconds
   */
  public record Sums(Map<Rung, Long> begun, long cost, long millis) {
    public Sums {
      begun = Map.copyOf(begun);
    }
  }

  /**
   * Questions that go elsewhere for the same reason.
   *
   * @param because why they do, by the other policy
   */
  public record Change(Rung from, Rung to, String because, long questions) {}

  /**
   * What asking a model takes.
   *
   * @param cost in micro-dollars
   * @param millis in milliseconds
   */
  public record Toll(long cost, long millis) {}

  /**
   * Routes them anew, under both policies by the same means.
   *
   * @param usual what asking a model takes where it was never asked
   */
  public static Replay of(
      Collection<Ascent> ascents,
      Means means,
      Policy inForce,
      Policy other,
      Map<Rung, Toll> usual) {
    var tolls = tolls(ascents, usual);
    var routed =
        ascents.stream()
            .map(Ascent::traits)
            .map(traits ->
                new Routed(
                    Router.choose(traits, means, inForce), Router.choose(traits, means, other)))
            .toList();
    return new Replay(
        routed.size(),
        sums(routed.stream().map(Routed::before).toList(), tolls),
        sums(routed.stream().map(Routed::after).toList(), tolls),
        changes(routed));
  }

  private record Routed(Choice before, Choice after) {}

  // What it took on average, where it was asked.
  private static Map<Rung, Toll> tolls(Collection<Ascent> ascents, Map<Rung, Toll> usual) {
    var tolls = new EnumMap<Rung, Toll>(Rung.class);
    tolls.putAll(usual);
    ascents.stream()
        .flatMap(ascent -> ascent.steps().stream())
        .filter(step -> !step.model().isEmpty())
        .collect(Collectors.groupingBy(Step::rung))
        .forEach((rung, steps) ->
            tolls.put(
                rung,
                new Toll(
                    Math.round(steps.stream().mapToLong(Step::cost).average().orElse(0)),
                    Math.round(steps.stream().mapToLong(Step::millis).average().orElse(0)))));
    return tolls;
  }

  private static Sums sums(List<Choice> choices, Map<Rung, Toll> tolls) {
    var begun =
        choices.stream().collect(Collectors.groupingBy(Choice::rung, Collectors.counting()));
    var nothing = new Toll(0, 0);
    long cost = 0;
    long millis = 0;
    for (var entry : begun.entrySet()) {
      var toll = tolls.getOrDefault(entry.getKey(), nothing);
      cost += toll.cost() * entry.getValue();
      millis += toll.millis() * entry.getValue();
    }
    return new Sums(begun, cost, choices.isEmpty() ? 0 : millis / choices.size());
  }

  private static List<Change> changes(List<Routed> routed) {
    record Kind(Rung from, Rung to, String because) {}
    return routed.stream()
        .filter(each -> each.before().rung() != each.after().rung())
        .collect(
            Collectors.groupingBy(
                each -> new Kind(each.before().rung(), each.after().rung(), each.after().because()),
                Collectors.counting()))
        .entrySet()
        .stream()
        .map(kind ->
            new Change(
                kind.getKey().from(), kind.getKey().to(), kind.getKey().because(), kind.getValue()))
        .sorted(
            Comparator.comparingLong((Change change) -> -change.questions())
                .thenComparing(Change::because))
        .toList();
  }
}
