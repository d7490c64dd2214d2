package dev.switchboard.app.bench;

import dev.switchboard.bot.ConversationEngine;
import dev.switchboard.bot.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** How many answers the engine gives in a second. */
final class Throughput {

  private static final List<Integer> CALLERS = List.of(1, 2);

  private final Plan plan;
  private final Results results;

  Throughput(Plan plan, Results results) {
    this.plan = plan;
    this.results = results;
  }

  void run(World world) {
    var engine = world.server().part(ConversationEngine.class);
    for (int callers : CALLERS) {
      var rates = new double[plan.rounds()];
      for (int round = 0; round < rates.length; round++) {
        rates[round] = rate(engine, world.shop(), callers, round);
      }
      results.add(
          Section.ANSWER,
          "engine, %,d articles, %d callers".formatted(world.size(), callers),
          Quantiles.median(rates),
          "answers/s",
          "each caller asks %d questions without a pause; median of rounds"
              .formatted(plan.questions()));
    }
  }

  private double rate(ConversationEngine engine, Shop shop, int callers, int round) {
    var work = new ArrayList<Callable<Integer>>();
    for (int caller = 0; caller < callers; caller++) {
      int questions = plan.rounds() + callers * round + caller;
      work.add(() -> ask(engine, shop, questions));
    }
    long start = System.nanoTime();
    Together.run(work);
    return callers * plan.questions() * 1e9 / (System.nanoTime() - start);
  }

  private int ask(ConversationEngine engine, Shop shop, int round) {
    shop.questions(plan.questions(), round)
        .forEach(question -> engine.reply(new Message(question.text(), List.of())));
    return round;
  }
}
