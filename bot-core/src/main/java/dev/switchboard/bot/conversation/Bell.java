package dev.switchboard.bot.conversation;

import dev.switchboard.bot.privacy.Wordless;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells those who listen what happens in conversations.
 *
 * <p>A hint, never the carrier: whoever listens finds what happened in the tables, and looks there
 * now and then without being told.
 */
@Singleton
public final class Bell {
  private static final Logger LOG = LoggerFactory.getLogger(Bell.class);

  private final Set<Consumer<Happening>> listeners = ConcurrentHashMap.newKeySet();

  /** Tells all listeners, on this thread. */
  public void ring(Happening happening) {
    for (var listener : listeners) {
      try {
        listener.accept(happening);
      } catch (RuntimeException fault) {
        var id = happening.conversationId();
        LOG.warn("conversation {}: a listener failed", id, Wordless.of(fault));
      }
    }
  }

  /**
   * Listens from now on.
   *
   * @param listener must return at once; called on the thread that rings, by many at a time
   * @return ends the listening
   */
  public Listening listen(Consumer<Happening> listener) {
    // Wrapped: the same listener may listen twice, and each ends on its own.
    Consumer<Happening> own = listener::accept;
    listeners.add(own);
    return () -> listeners.remove(own);
  }

  /** A listening that goes on until it is closed. */
  @FunctionalInterface
  public interface Listening extends AutoCloseable {
    @Override
    void close();
  }
}
