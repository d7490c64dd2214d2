package dev.switchboard.app.bench.load;

import java.util.List;

/**
 * Questions that the sample answers, more than the bot remembers: whoever asks the same again gets
 * a person.
 */
final class Questions {
  static final List<String> ALL =
      List.of(
          "How long does delivery take?",
          "How do I track my parcel?",
          "Can I pay in instalments?",
          "How long is the warranty?",
          "When is your next sale?",
          "How do I buy a gift card?",
          "Do you have any job openings?",
          "How do I wash a down jacket or sleeping bag?");

  private Questions() {}

  /** The question of that number; after the last one the first comes again. */
  static String number(int number) {
    return ALL.get(number % ALL.size());
  }
}
