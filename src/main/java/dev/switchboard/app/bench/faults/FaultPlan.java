package dev.switchboard.app.bench.faults;

/**
 * How hard a server is hit.
 *
 * @param kills how often it is killed under load, at least 1
 * @param stops how often it is stopped by SIGTERM under load, at least 0
 * @param halts how often it is halted at each point of its work that has a name, at least 0
 * @param seed of all chance in the run; the same gives the same texts and moments
 * @param settles whether at the end everybody waits until all is answered, which takes a minute:
 *     what a killed server had in hand is left alone for so long
 */
public record FaultPlan(int kills, int stops, int halts, long seed, boolean settles) {
  public FaultPlan {
    if (kills < 1 || stops < 0 || halts < 0) {
      throw new IllegalArgumentException("kills must be 1 or more, stops and halts 0 or more");
    }
  }
}
