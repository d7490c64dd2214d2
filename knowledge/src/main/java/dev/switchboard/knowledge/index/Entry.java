package dev.switchboard.knowledge.index;

import dev.switchboard.bot.Passage;
import java.util.Locale;

/**
 * What one line of the index stands for: a wording of a FAQ, or a passage.
 *
 * @param kind which of the two
 * @param text what is searched and embedded
 * @param passage what is shown when it is found
 * @param language the language it is written in
 */
record Entry(Kind kind, String text, Passage passage, Locale language) {

  enum Kind {
    WORDING,
    PASSAGE;

    /** The field of the words in the language. */
    String stems(Locale language) {
      return name().charAt(0) + "_" + language.getLanguage();
    }

    /** The field of the words as they are. */
    String words() {
      return name().charAt(0) + "_words";
    }
  }
}
