package dev.switchboard.app.operation;

import java.util.Optional;

/** Something without which the server cannot do its work. */
interface Part {

  /** What operators call it, one word. */
  String name();

  /** What is wrong with it, in words for operators; must return at once. */
  Optional<String> trouble();

  /** Whether it writes its own troubles to the log. */
  default boolean isLoggedAlready() {
    return false;
  }
}
