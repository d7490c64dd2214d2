package dev.switchboard.bot.model;

/** Hears an answer while it is made. */
public interface Pieces {

  /** The next piece. */
  void next(String piece);

  /** What was heard so far is void: another model begins anew. */
  void restart();

  /** For whoever wants the whole alone. */
  static Pieces none() {
    return new Pieces() {
      @Override
      public void next(String piece) {}

      @Override
      public void restart() {}
    };
  }
}
