package dev.switchboard.channel.desk;

import java.util.Locale;

/** Makes of a reason a sentence. */
final class Sentence {
  private Sentence() {}

  /** With a capital letter and a full stop. */
  static String of(String reason) {
    return reason.substring(0, 1).toUpperCase(Locale.ROOT) + reason.substring(1) + ".";
  }
}
