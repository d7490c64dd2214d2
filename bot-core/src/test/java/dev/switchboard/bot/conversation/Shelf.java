package dev.switchboard.bot.conversation;

import dev.switchboard.bot.Candidate;
import dev.switchboard.bot.Evidence;
import dev.switchboard.bot.Knowledge;
import dev.switchboard.bot.Passage;
import dev.switchboard.bot.Query;
import dev.switchboard.bot.Thresholds;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

/**
 * A knowledge that is sure about delivery and in doubt about goats, and what happens while it
 * searches.
 */
final class Shelf implements Knowledge {
  /** What the next searches do first, one each. */
  final ConcurrentLinkedQueue<Runnable> meanwhile = new ConcurrentLinkedQueue<>();

  @Override
  public Evidence find(Query query) {
    var event = meanwhile.poll();
    if (event != null) {
      event.run();
    }
    if (query.text().contains("goats")) {
      return new Evidence(query, goats(), 0.6, Map.of("words", 1L));
    }
    return query.text().contains("delivery")
        ? new Evidence(query, List.of(delivery()), 0.9, Map.of("words", 1L))
        : new Evidence(query, List.of(), 0, Map.of());
  }

  private static Candidate delivery() {
    var answer = "Two to four days.";
    var passage = new Passage("delivery", 1, Passage.Kind.FAQ, "How long?", List.of(), answer, "");
    return new Candidate(passage, "How long?", 0.9, Map.of("words", 1.5), List.of(answer));
  }

  /** Each less likely than the one before, the last one hardly. */
  private static List<Candidate> goats() {
    return Stream.of("fence:0.5", "refund:0.3", "shepherd:0.2", "recipe:0.15", "stars:0.01")
        .map(each -> each.split(":"))
        .map(each -> goat(each[0], Double.parseDouble(each[1])))
        .toList();
  }

  private static Candidate goat(String id, double probability) {
    var answer = "About the " + id + ".";
    var passage = new Passage(id, 1, Passage.Kind.FAQ, id, List.of(), answer, "");
    return new Candidate(passage, id, probability, Map.of(), List.of(answer));
  }

  @Override
  public Thresholds thresholds() {
    return new Thresholds(0.7, 0.5);
  }
}
