package dev.switchboard.bot.node;

import dev.switchboard.bot.conversation.Happening;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the others have not been told yet, each happening once. Safe for use by many threads.
 *
 * <p>It holds some thousands at most: what comes beyond that is left to the looks of the others.
 */
final class PendingHints {
  private static final int MOST = 5_000;

  private final String node;
  private final Map<Object, String> lines = new LinkedHashMap<>();

  PendingHints(String node) {
    this.node = node;
  }

  synchronized void add(Happening.Shared happening) {
    if (lines.size() < MOST) {
      lines.put(key(happening), Hint.line(happening));
    }
  }

  /** Of several that say of the same writer that they begin and stop, the last is enough. */
  private static Object key(Happening.Shared happening) {
    return switch (happening) {
      case Happening.Changed changed -> changed;
      case Happening.Typing(var id, var author, var name, _) ->
          new Happening.Typing(id, author, name, true);
    };
  }

  /** Takes as many as go into one notification, the oldest first; empty when there are none. */
  synchronized Optional<String> take() {
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    var text = new StringBuilder(node);
    Iterator<String> oldest = lines.values().iterator();
    while (oldest.hasNext()) {
      var line = oldest.next();
      if (text.length() + 1 + line.length() > Hint.LONGEST) {
        break;
      }
      text.append('\n').append(line);
      oldest.remove();
    }
    return Optional.of(text.toString());
  }
}
