package dev.switchboard.app.bench;

import dev.switchboard.bot.ConversationEngine;
import dev.switchboard.knowledge.evaluation.LabelledQuestion;
import dev.switchboard.knowledge.index.KnowledgeIndex;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Time and CPU of an answer, ours and the floors in turns. */
final class AnswerBench {

  private final Plan plan;
  private final Results results;

  AnswerBench(Plan plan, Results results) {
    this.plan = plan;
    this.results = results;
  }

  /** Measures on one shop; returns the median over HTTP in microseconds. */
  double run(World world) throws IOException, SQLException {
    var engine = new Stages(world.server().part(ConversationEngine.class));
    try (var caller = new Caller(world.server().address())) {
      var http =
          Rival.ours(
              "http",
              caller,
              "POST /api/v1/ask over one kept loopback connection, raw socket in this process");
      var inside = Rival.ours("engine", engine, "ConversationEngine.reply, one caller");
      if (plan.has(Section.FLOORS)) {
        beside(world, http, inside, engine);
      } else {
        race(world, List.of(http, inside), engine);
      }
      return http.samples().p50();
    }
  }

  private void beside(World world, Rival http, Rival inside, Stages engine)
      throws IOException, SQLException {
    try (var index = world.server().part(KnowledgeIndex.class).snapshot();
        var floors = new Floors(index, inMemory(world), world.scratch())) {
      var bare =
          Rival.floor(
              "bare path",
              floors::barePath,
              "MiniLM on one thread + BM25 top 10 + HNSW top 10 (k 50) on plain Lucene + RRF");
      var stored =
          Rival.floor(
              "bare path with commit",
              floors::barePathStored,
              "the bare path + message and outbox row in one H2 commit, WRITE_DELAY=0");
      var rivals = new ArrayList<>(List.of(http, inside, bare, stored));
      rivals.add(
          Rival.floor("lucene bm25", floors::words, "BM25 top 10 with stored ids, no embedding"));
      if (inMemory(world)) {
        rivals.add(
            Rival.floor(
                "langchain4j store",
                floors::library,
                "InMemoryEmbeddingStore, AllMiniLmL6V2Quantized with its default session"));
      }
      race(world, rivals, engine);
      compare(world.size(), http.samples(), stored);
      compare(world.size(), http.samples(), bare);
    }
  }

  private static boolean inMemory(World world) {
    return world.size() <= Floors.MOST_IN_MEMORY;
  }

  /** All get the same questions in a round; who begins changes from round to round. */
  private void race(World world, List<Rival> rivals, Stages engine) {
    var first = texts(world.shop().questions(plan.warmUp(), plan.rounds()));
    rivals.forEach(rival -> rival.contestant().round(first));
    engine.take();
    for (int round = 0; round < plan.rounds(); round++) {
      var questions = texts(world.shop().questions(plan.questions(), round));
      var order = new ArrayList<>(rivals);
      Collections.rotate(order, -round);
      order.forEach(rival -> rival.run(questions));
    }
    report(world.size(), Section.ANSWER, rivals);
    if (plan.has(Section.ANSWER)) {
      engine.take().forEach((stage, micros) -> stage(world.size(), stage, micros));
    }
    report(world.size(), Section.FLOORS, rivals);
  }

  private void report(int size, Section section, List<Rival> rivals) {
    rivals.stream()
        .filter(rival -> rival.section() == section && plan.has(section))
        .forEach(rival -> rival.report(size, results));
  }

  private void stage(int size, String stage, double[] micros) {
    var at = "engine, %,d articles, %s: ".formatted(size, stage);
    var method = "from the receipts of all rounds";
    results.add(Section.ANSWER, at + "p50", Quantiles.at(0.5, micros) / 1e3, "ms", method);
    results.add(Section.ANSWER, at + "p95", Quantiles.at(0.95, micros) / 1e3, "ms", method);
  }

  private void compare(int size, Samples http, Rival floor) {
    var at = "%,d articles: HTTP / %s, ".formatted(size, floor.name());
    double time = http.p50() / floor.samples().p50();
    double cpu = http.cpu() / floor.samples().cpu();
    results.add(Section.FLOORS, at + "p50", time, "x", "ratio of the medians of one run");
    results.add(Section.FLOORS, at + "CPU", cpu, "x", "ratio; the caller's CPU is in HTTP's");
    results.judge(Goal.atMost(at + "p50", 2, time));
    results.judge(Goal.atMost(at + "CPU", 2, cpu));
  }

  private static List<String> texts(List<LabelledQuestion> questions) {
    return questions.stream().map(LabelledQuestion::text).toList();
  }
}
