package dev.switchboard.knowledge.index;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.apache.lucene.util.IOFunction;

/**
 * What became of unknown words in one state of the index, the last used of them. Safe for use by
 * many threads.
 */
final class Corrections {

  private final int most;
  private final LinkedHashMap<String, Optional<String>> lastUsed =
      new LinkedHashMap<>(16, 0.75f, true);

  /**
   * Nothing yet.
   *
   * @param most how many words it remembers, the longest not used are forgotten
   */
  Corrections(int most) {
    this.most = most;
  }

  /**
   * What the word was replaced by, empty when nothing is near it; looked for when it is not known.
   *
   * @param search must give the same for the same word
   */
  Optional<String> of(String word, IOFunction<String, Optional<String>> search) throws IOException {
    synchronized (lastUsed) {
      var known = lastUsed.get(word);
      if (known != null) {
        return known;
      }
    }
    // Outside the lock: a search takes long, and for another thread to do it too does no harm.
    var found = search.apply(word);
    synchronized (lastUsed) {
      lastUsed.put(word, found);
      if (lastUsed.size() > most) {
        lastUsed.pollFirstEntry();
      }
    }
    return found;
  }
}
