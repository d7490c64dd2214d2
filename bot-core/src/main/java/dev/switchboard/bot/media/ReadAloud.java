package dev.switchboard.bot.media;

import dev.switchboard.bot.model.VoiceGateway;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Speaks answers; what was spoken lately is not paid twice. */
@Singleton
public final class ReadAloud {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int MOST_KEPT = 32;

  private final VoiceGateway gateway;
  private final Map<String, byte[]> kept = new LinkedHashMap<>();

  ReadAloud(VoiceGateway gateway) {
    this.gateway = gateway;
  }

  /** Whether anybody can speak. */
  public boolean isOn() {
    return gateway.speaks();
  }

  /**
   * The text as MP3; of a long one the beginning.
   *
   * @param conversationId on which a model is booked, empty for none
   * @return empty when nobody can speak it now
   */
  public Optional<byte[]> spoken(String text, String conversationId) {
    var words = text.substring(0, Math.min(text.length(), VoiceGateway.LONGEST));
    return before(words)
        .or(() -> gateway.spoken(words, conversationId, PATIENCE).map(sound -> kept(words, sound)));
  }

  private Optional<byte[]> before(String words) {
    synchronized (kept) {
      return Optional.ofNullable(kept.get(words));
    }
  }

  private byte[] kept(String words, byte[] sound) {
    synchronized (kept) {
      kept.put(words, sound);
      if (kept.size() > MOST_KEPT) {
        kept.remove(kept.keySet().iterator().next());
      }
    }
    return sound;
  }
}
