package dev.switchboard.app.bench;

/**
 * A contestant in a race.
 *
 * @param section what its figures belong to
 * @param name of it
 * @param method what it does, in one line
 * @param contestant what is measured
 * @param samples what was measured so far
 */
record Rival(Section section, String name, String method, Contestant contestant, Samples samples) {

  static Rival ours(String name, Contestant contestant, String method) {
    return new Rival(Section.ANSWER, name, method, contestant, new Samples());
  }

  static Rival floor(String name, Contestant contestant, String method) {
    return new Rival(Section.FLOORS, name, method, contestant, new Samples());
  }

  void run(Iterable<String> questions) {
    samples.add(contestant.round(questions));
  }

  void report(int size, Results results) {
    var at = "%s, %,d articles: ".formatted(name, size);
    results.add(section, at + "p50", samples.p50() / 1e3, "ms", method + "; median of rounds");
    results.add(section, at + "p95", samples.p95() / 1e3, "ms", "median of the rounds' p95");
    results.add(section, at + "best", samples.bestRound() / 1e3, "ms", "lowest p50 of a round");
    results.add(section, at + "CPU", samples.cpu() / 1e3, "ms", "CPU of the process, an answer");
  }
}
