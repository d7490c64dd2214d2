package dev.switchboard.channel.slack.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The faults that are still to happen. */
final class Faults {
  private static final String ANY = "*";

  private final List<Armed> armed = new ArrayList<>();

  private record Armed(String method, int times, Fault fault) {}

  synchronized void arm(String method, int times, Fault fault) {
    armed.add(new Armed(method, times, fault));
  }

  synchronized void clear() {
    armed.clear();
  }

  /** The fault that the next call of the method meets. */
  synchronized Optional<Fault> next(String method) {
    for (int i = 0; i < armed.size(); i++) {
      var found = armed.get(i);
      if (found.method().equals(method) || found.method().equals(ANY)) {
        if (found.times() > 1) {
          armed.set(i, new Armed(found.method(), found.times() - 1, found.fault()));
        } else {
          armed.remove(i);
        }
        return Optional.of(found.fault());
      }
    }
    return Optional.empty();
  }
}
