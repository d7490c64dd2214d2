package dev.switchboard.bot.conversation;

import dev.switchboard.bot.Ascent;
import dev.switchboard.bot.Rung;
import dev.switchboard.bot.model.Ledger;
import dev.switchboard.bot.model.Model;
import dev.switchboard.bot.model.Models;
import dev.switchboard.bot.model.Probe;
import dev.switchboard.bot.model.Spending;
import dev.switchboard.bot.model.Tier;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** What models have cost, and for what. */
@Singleton
public final class Costs {
  private static final Set<String> ANSWERS = Set.of("answer", "hard answer");

  private final Ledger ledger;
  private final Ascents ascents;
  private final Models models;

  Costs(Ledger ledger, Ascents ascents, Models models) {
    this.ledger = ledger;
    this.ascents = ascents;
    this.models = models;
  }

  /**
   * What it came to.
   *
   * @param questions how many customers asked
   * @param cost of all calls, in micro-dollars
   * @param largeOnly what it had cost if the large model had answered every question, in
   *     micro-dollars; empty without a large model
   * @param lines by day, model and purpose, the latest day first
   * @param rungs questions by the rung whose reply the customer got
   * @param channels questions by channel
   * @param topics questions by the team's topics; one about two of them counts for both
   */
  public record Sum(
      long questions,
      long cost,
      Optional<Long> largeOnly,
      List<Spending> lines,
      List<Share> rungs,
      List<Share> channels,
      List<Share> topics) {}

  /**
   * A part of the questions.
   *
   * @param cost of the models that were asked for an answer to them, in micro-dollars
   */
  public record Share(String name, long questions, long cost) {}

  /**
   * All since then.
   *
   * @throws dev.switchboard.bot.store.StoreUnavailable when the database cannot do it now
   */
  public Sum since(Instant since) {
    var lines = ledger.spending(since);
    var asked = ascents.since(since);
    return new Sum(
        asked.size(),
        lines.stream().mapToLong(Spending::cost).sum(),
        models.of(Tier.LARGE).stream().findFirst().map(large -> largeOnly(large, lines, asked)),
        lines,
        shares(asked, ascent -> Stream.of(ascent.ended().name().toLowerCase(Locale.ROOT))),
        shares(asked, ascent -> Stream.of(ascent.traits().channel())),
        shares(asked, ascent -> ascent.traits().topics().stream()));
  }

  // What models answered at its price, and what none was asked for as usual.
  private static long largeOnly(Model large, List<Spending> lines, List<Ascent> asked) {
    long answered =
        lines.stream()
            .filter(line -> ANSWERS.contains(line.purpose()))
            .mapToLong(line -> large.price().of(line.tokensIn(), line.tokensOut()))
            .sum();
    long alone =
        asked.stream()
            .filter(ascent -> ascent.steps().isEmpty() && ascent.ended() == Rung.KNOWLEDGE)
            .count();
    return answered + alone * Probe.usualCost(large);
  }

  private static List<Share> shares(
      Collection<Ascent> asked, Function<Ascent, Stream<String>> names) {
    var shares = new TreeMap<String, Share>();
    for (var ascent : asked) {
      long cost = ascent.steps().stream().mapToLong(Ascent.Step::cost).sum();
      names
          .apply(ascent)
          .forEach(name ->
              shares.merge(
                  name,
                  new Share(name, 1, cost),
                  (one, more) ->
                      new Share(
                          name, one.questions() + more.questions(), one.cost() + more.cost())));
    }
    return shares.values().stream()
        .sorted(Comparator.comparingLong(Share::questions).reversed())
        .toList();
  }
}
