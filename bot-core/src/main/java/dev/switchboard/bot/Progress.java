package dev.switchboard.bot;

/** Hears how a reply comes about, on the thread that makes it; it must return at once. */
@FunctionalInterface
public interface Progress {
  /** A part of the reply is ready; they come in their order. */
  void ready(Reply.Part part);

  /**
   * How far the part is that is being written: all of it so far, checked, Markdown, without the
   * numbers of its sources. Empty when what was told of it is void.
   */
  default void writing(String text) {}
}
