package dev.switchboard.app.bench;

import dev.switchboard.bot.Candidate;
import dev.switchboard.bot.Query;
import dev.switchboard.knowledge.LuceneKnowledge;
import dev.switchboard.knowledge.article.Article;
import dev.switchboard.knowledge.article.Articles;
import dev.switchboard.knowledge.article.Content.Faq;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/** Indexing, what it occupies, and how soon a change is found. */
final class IndexBench {

  private static final String ID = "bench-new";
  private static final String QUESTION = "Do you lend pianos to village choirs?";
  private static final String EXAMPLE = "Could our singing club borrow a grand piano?";
  private static final String ANSWER = "We lend a piano to choirs for %d days.";
  private static final int MOST_FOR_MEMORY = 10_000;
  private static final double MOST_MB = 700;
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);

  private final Plan plan;
  private final Results results;

  IndexBench(Plan plan, Results results) {
    this.plan = plan;
    this.results = results;
  }

  /** Measures on one shop; its server is stopped when this returns. */
  void run(World world) throws IOException {
    bulk(world);
    learning(world);
    changes(world);
    world.stop();
    if (world.size() <= MOST_FOR_MEMORY) {
      memory(world);
    }
  }

  private void bulk(World world) {
    double seconds = world.indexing().toMillis() / 1e3;
    add(
        world,
        "indexing",
        seconds,
        "s",
        "a server's first start on a full store: embedding (2 models), Lucene, learning");
    add(
        world,
        "indexing rate",
        world.size() / seconds,
        "articles/s",
        "3 wordings and 1 answer each");
    add(
        world,
        "disk",
        Scratch.megabytes(world.data().resolve("index")),
        "MB",
        "files of the index");
    add(world, "heap", Machine.heapMb(), "MB", "in use after a collection, this process");
  }

  private void learning(World world) {
    var knowledge = world.server().part(LuceneKnowledge.class);
    var seconds = new double[plan.rounds()];
    for (int round = 0; round < seconds.length; round++) {
      long start = System.nanoTime();
      knowledge.learn();
      seconds[round] = seconds(start);
    }
    add(
        world,
        "learning",
        Quantiles.median(seconds),
        "s",
        "LuceneKnowledge.learn over all wordings, median; beyond 2,000 FAQs it only looks");
  }

  private void changes(World world) {
    var articles = world.server().part(Articles.class);
    var added = new double[plan.rounds()];
    var taught = new double[plan.rounds()];
    for (int round = 0; round < added.length; round++) {
      var id = ID + round;
      var answer = ANSWER.formatted(round);
      var article = Article.of(id, new Faq(QUESTION, List.of(), answer));
      added[round] = found(world, article, QUESTION, best -> isOf(best, id));
      var stored = articles.find(id).orElseThrow();
      var example = new Faq(QUESTION, List.of(EXAMPLE), answer);
      taught[round] =
          found(
              world,
              Article.of(id, example).at(stored.version()),
              EXAMPLE,
              best -> isOf(best, id) && best.matched().equals(EXAMPLE));
      articles.save(articles.find(id).orElseThrow().as(Article.Status.ARCHIVED));
      until(() -> !best(world, QUESTION, one -> isOf(one, id)));
    }
    fresh(world, "a new article is found after", added);
    fresh(world, "a new example is found after", taught);
  }

  private static boolean isOf(Candidate best, String id) {
    return best.passage().articleId().equals(id);
  }

  /** Seconds from before it was stored until the search has it first. */
  private static double found(
      World world, Article article, String question, Predicate<Candidate> expected) {
    long start = System.nanoTime();
    world.server().part(Articles.class).save(article);
    until(() -> best(world, question, expected));
    return seconds(start);
  }

  private static boolean best(World world, String question, Predicate<Candidate> expected) {
    return world
        .server()
        .part(LuceneKnowledge.class)
        .find(new Query(question, Locale.ENGLISH))
        .best()
        .filter(expected)
        .isPresent();
  }

  private static void until(java.util.function.BooleanSupplier there) {
    long start = System.nanoTime();
    while (!there.getAsBoolean()) {
      if (System.nanoTime() - start > PATIENCE) {
        throw new IllegalStateException("a stored change was not found for a minute");
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
    }
  }

  private void fresh(World world, String name, double[] seconds) {
    double median = Quantiles.median(seconds);
    add(world, name, median, "s", "from before Articles.save to the search; no rebuild; median");
    results.judge(Goal.atMost("%,d articles: %s, s".formatted(world.size(), name), 1, median));
  }

  private void memory(World world) throws IOException {
    try (var child = ChildServer.serve(world.data(), Cache.NONE, 0)) {
      var questions = world.shop().questions(plan.questions(), 0);
      try (var caller = new Caller(child.awaitReady(Duration.ofMinutes(1)))) {
        for (var question : questions) {
          caller.answer(question.text());
        }
      }
      double resident = Machine.residentMb(child.pid());
      add(
          world,
          "memory of a server",
          resident,
          "MB",
          "VmRSS of a process of its own after %d answers".formatted(questions.size()));
      results.judge(
          Goal.atMost("%,d articles: RSS, MB".formatted(world.size()), MOST_MB, resident));
    }
  }

  private void add(World world, String name, double value, String unit, String method) {
    var at = "%,d articles: %s".formatted(world.size(), name);
    results.add(Section.INDEX, at, value, unit, method);
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }
}
