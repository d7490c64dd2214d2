package dev.switchboard.bot.engine;

import java.util.LinkedHashMap;
import java.util.Map;

/** Measures the stages of one reply. */
final class Stopwatch {

  private final long start = System.nanoTime();
  private final Map<String, Long> micros = new LinkedHashMap<>();
  private long last = start;

  /** Ends the stage of that name; the times of a stage that comes again add up. */
  void lap(String stage) {
    long now = System.nanoTime();
    micros.merge(stage, (now - last) / 1_000, Long::sum);
    last = now;
  }

  /** The stages in microseconds, and their total. */
  Map<String, Long> micros() {
    micros.put("total", (System.nanoTime() - start) / 1_000);
    return micros;
  }
}
