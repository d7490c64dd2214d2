package dev.switchboard.app.bench;

/** One way to answer a question, measured in turn with others. */
@FunctionalInterface
interface Contestant {

  /** Answers and throws the answer away. */
  void answer(String question) throws Exception;

  /** Asks all and notes how long each took. */
  default Samples.Round round(Iterable<String> questions) {
    var micros = java.util.stream.DoubleStream.builder();
    int count = 0;
    double cpu = Machine.cpuMicros();
    for (var question : questions) {
      long start = System.nanoTime();
      answerOrFail(question);
      micros.add((System.nanoTime() - start) / 1e3);
      count++;
    }
    return new Samples.Round(
        micros.build().toArray(), (Machine.cpuMicros() - cpu) / Math.max(1, count));
  }

  private void answerOrFail(String question) {
    try {
      answer(question);
    } catch (RuntimeException fault) {
      throw fault;
    } catch (Exception fault) {
      throw new IllegalStateException("no answer to: " + question, fault);
    }
  }
}
