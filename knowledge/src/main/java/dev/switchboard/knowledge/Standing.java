package dev.switchboard.knowledge;

/** How far the index has followed the store. */
public sealed interface Standing {

  /** Everything that was stored until a moment ago is found, and was learned from once. */
  record InStep() implements Standing {}

  /** It is still catching up with what was stored before the start. */
  record CatchingUp() implements Standing {}

  /**
   * It cannot follow for now and keeps trying; what it held before is still found.
   *
   * @param reason why, in one line
   */
  record Behind(String reason) implements Standing {}
}
