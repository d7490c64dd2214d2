package dev.switchboard.app.bench.faults;

import dev.switchboard.app.bench.faults.Invariant.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What a series of kills has come to so far. For one thread. */
final class Tally {
  private final Map<Kind, Long> broken = new EnumMap<>(Kind.class);
  private final List<String> failures = new ArrayList<>();
  private int kills;
  private int killedStarts;
  private int halts;
  private int points;
  private int failedStarts;
  private long acknowledged;
  private long lost;
  private int stops;
  private Duration slowestStart = Duration.ZERO;
  private Duration slowestStop = Duration.ZERO;

  void killed() {
    kills++;
  }

  void killedWhileStarting() {
    killedStarts++;
  }

  /** At one point so often; a point that was passed only when it was recorded counts for none. */
  void halted(int times) {
    halts += times;
    points += times > 0 ? 1 : 0;
  }

  void stopped(Duration time) {
    stops++;
    slowestStop = time.compareTo(slowestStop) > 0 ? time : slowestStop;
  }

  void started(Duration time) {
    slowestStart = time.compareTo(slowestStart) > 0 ? time : slowestStart;
  }

  void didNotStart(String because) {
    failedStarts++;
    failures.add("start: " + because);
  }

  void failed(String because) {
    failures.add(because);
  }

  /** Of the same wrong that is found again at every look, the most that was found counts. */
  void found(Map<Kind, Long> wrong) {
    wrong.forEach((kind, count) -> broken.merge(kind, count, Math::max));
  }

  void found(Kind kind, long count) {
    broken.merge(kind, count, Long::sum);
  }

  void lost(long messages) {
    lost = Math.max(lost, messages);
  }

  void acknowledged(long messages) {
    acknowledged = messages;
  }

  int kills() {
    return kills;
  }

  int killedStarts() {
    return killedStarts;
  }

  int halts() {
    return halts;
  }

  int points() {
    return points;
  }

  int failedStarts() {
    return failedStarts;
  }

  long acknowledged() {
    return acknowledged;
  }

  long lost() {
    return lost;
  }

  long broken(Kind kind) {
    return broken.getOrDefault(kind, 0L);
  }

  Duration slowestStart() {
    return slowestStart;
  }

  int stops() {
    return stops;
  }

  Duration slowestStop() {
    return slowestStop;
  }

  /** What else went wrong, in words. */
  List<String> failures() {
    return List.copyOf(failures);
  }
}
