package dev.switchboard.bot.conversation;

import dev.switchboard.bot.Routing;
import dev.switchboard.bot.Routing.Route;
import dev.switchboard.bot.Signal;
import dev.switchboard.bot.Situation;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Keeps who sees to each case, in the transactions in which that changes. */
@Singleton
final class Routes {
  private static final int LOOKED_BACK = 12;

  private final RouteTable table;
  private final TurnTable turns;
  private final Receipts receipts;
  private final Senders senders;
  private final Routing routing;

  Routes(RouteTable table, TurnTable turns, Receipts receipts, Senders senders, Routing routing) {
    this.table = table;
    this.turns = turns;
    this.receipts = receipts;
    this.senders = senders;
    this.routing = routing;
  }

  /** Decides who sees to the case that comes to people now. */
  void decide(ConversationRow row, long now) {
    var route = routing.route(situation(row), Instant.ofEpochMilli(now));
    table.forget(row.id());
    table.add(
        row.id(),
        route.team(),
        route.priority().ordinal(),
        route.due().map(Instant::toEpochMilli).orElse(null));
  }

  /** What its customer wrote last decides, and what was heard in it. */
  private Situation situation(ConversationRow row) {
    var said = turns.before(row.id(), row.nextSeq(), LOOKED_BACK);
    Set<String> topics = new HashSet<>();
    for (var turn : said) {
      if (turn.turn().author() == Author.CUSTOMER && turn.seq() >= row.episodeSeq()) {
        topics.addAll(routing.topics(turn.turn().text()));
      }
    }
    var receipt = turns.lastReceipt(row.id()).flatMap(receipts::read);
    var signals = receipt.map(read -> signals(read.signals())).orElse(Set.of());
    var language = receipt.map(read -> Locale.forLanguageTag(read.language())).orElse(Locale.ROOT);
    return new Situation(signals, topics, language, senders.of(row));
  }

  // A receipt may be older than the signals of today.
  private static Set<Signal> signals(List<String> names) {
    return Arrays.stream(Signal.values())
        .filter(signal -> names.contains(signal.name()))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** An agent has replied. */
  void replied(String id, long now) {
    table.replied(id, now);
  }

  /** Where the case went. */
  Route of(String id) {
    return table.of(id).map(RouteTable.Row::route).orElse(Route.NONE);
  }
}
