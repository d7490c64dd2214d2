package dev.switchboard.knowledge.index;

import dev.switchboard.knowledge.text.Analyzers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Set;

/** The stems of a text, as the index holds them. */
public final class Terms {

  private Terms() {}

  /** The different stems, in their order. */
  public static Set<String> of(String text, Locale language) {
    try {
      return LexicalQuery.terms(text, Analyzers.of(language));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
