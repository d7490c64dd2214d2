package dev.switchboard.knowledge.text;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Finds the sentences of a text. */
public final class Sentences {

  private Sentences() {}

  /** The sentences, letter for letter, without the space around them; blank ones left out. */
  public static List<String> of(String text, Locale locale) {
    var sentences = new ArrayList<String>();
    for (String line : text.split("\n", -1)) {
      var ends = BreakIterator.getSentenceInstance(locale);
      ends.setText(line);
      int start = ends.first();
      for (int end = ends.next(); end != BreakIterator.DONE; start = end, end = ends.next()) {
        var sentence = line.substring(start, end).strip();
        if (!sentence.isEmpty()) {
          sentences.add(sentence);
        }
      }
    }
    return sentences;
  }
}
