package dev.switchboard.app.bench;

import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;
import dev.switchboard.knowledge.embedding.InProcessModel;
import dev.switchboard.knowledge.embedding.PairedModel;
import dev.switchboard.knowledge.evaluation.LabelledQuestion;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

/** Our sessions of the embedding models beside the library's default one. */
final class EmbeddingBench {

  private static final int CALLERS = 2;
  private static final int SHOP = 1_000;

  private final Plan plan;
  private final Results results;

  EmbeddingBench(Plan plan, Results results) {
    this.plan = plan;
    this.results = results;
  }

  void run() {
    var texts =
        new Shop(SHOP).questions(plan.questions(), 0).stream().map(LabelledQuestion::text).toList();
    try (var pair = PairedModel.shipped()) {
      var ours = rival("MiniLM, our session", InProcessModel.miniLm(), "one thread, no spinning");
      var theirs =
          rival(
              "MiniLM, default session",
              new AllMiniLmL6V2QuantizedEmbeddingModel(),
              "LangChain4j's, a spinning thread for each core");
      var both = rival("the pair", pair, "MiniLM and bge-small at the same time, as shipped");
      race(List.of(ours, theirs, both), texts);
      compare(ours, theirs, texts);
    }
  }

  private record Session(String name, EmbeddingModel model, String method, Samples samples) {}

  private static Session rival(String name, EmbeddingModel model, String method) {
    return new Session(name, model, method, new Samples());
  }

  private void race(List<Session> sessions, List<String> texts) {
    sessions.forEach(session -> round(session.model(), texts));
    for (int round = 0; round < plan.rounds(); round++) {
      sessions.forEach(session -> session.samples().add(round(session.model(), texts)));
    }
    sessions.forEach(this::report);
  }

  /** Both callers embed all texts at the same time. */
  private static Samples.Round round(EmbeddingModel model, List<String> texts) {
    Contestant contestant = model::embed;
    double cpu = Machine.cpuMicros();
    var rounds =
        Together.run(
            IntStream.range(0, CALLERS)
                .<Callable<Samples.Round>>mapToObj(caller -> () -> contestant.round(texts))
                .toList());
    double spent = Machine.cpuMicros() - cpu;
    var micros = rounds.stream().flatMapToDouble(one -> Arrays.stream(one.micros()));
    return new Samples.Round(micros.toArray(), spent / (CALLERS * texts.size()));
  }

  private void report(Session session) {
    var samples = session.samples();
    var method = "%s; %d callers, median of rounds".formatted(session.method(), CALLERS);
    results.add(Section.EMBEDDING, session.name() + ": p50", samples.p50() / 1e3, "ms", method);
    results.add(
        Section.EMBEDDING,
        session.name() + ": best",
        samples.bestRound() / 1e3,
        "ms",
        "best round");
    results.add(
        Section.EMBEDDING,
        session.name() + ": CPU",
        samples.cpu() / 1e3,
        "ms",
        "CPU of the process, an embedding");
  }

  private void compare(Session ours, Session theirs, List<String> texts) {
    double ratio = ours.samples().cpu() / theirs.samples().cpu();
    double difference =
        texts.stream()
            .mapToDouble(text -> difference(vector(ours, text), vector(theirs, text)))
            .max()
            .orElse(Double.NaN);
    var cpu = "embedding CPU, ours / the library's default";
    results.add(Section.EMBEDDING, cpu, ratio, "x", "ratio of the CPU times above");
    var same = "largest difference of any number in the vectors";
    results.add(Section.EMBEDDING, same, difference, "", "our vector against the library's");
    results.judge(Goal.atMost(cpu, 0.5, ratio));
    results.judge(Goal.atMost(same, 1e-3, difference));
  }

  private static float[] vector(Session session, String text) {
    return session.model().embed(text).content().vector();
  }

  private static double difference(float[] one, float[] other) {
    return IntStream.range(0, one.length)
        .mapToDouble(i -> Math.abs(one[i] - other[i]))
        .max()
        .orElse(0);
  }
}
