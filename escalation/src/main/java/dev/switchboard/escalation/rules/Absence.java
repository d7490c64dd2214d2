package dev.switchboard.escalation.rules;

import java.time.ZonedDateTime;
import java.util.Optional;

/** Says when the team is back. */
@FunctionalInterface
public interface Absence {

  /** Of a team that does not say when it works. */
  Absence NONE = Optional::empty;

  /** When somebody is at work again, in their zone; empty while somebody is. */
  Optional<ZonedDateTime> backAt();
}
