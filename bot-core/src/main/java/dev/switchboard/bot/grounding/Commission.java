package dev.switchboard.bot.grounding;

import dev.switchboard.bot.Passage;
import dev.switchboard.bot.Picture;
import dev.switchboard.bot.model.Tier;
import java.time.Duration;
import java.util.List;

/**
 * What is to be written.
 *
 * @param message what the customer wrote
 * @param earlier what they wrote before, oldest first
 * @param passages what may be used, the best first
 * @param pictures that came with the message, for a model that sees
 * @param tier of the model that is to write
 * @param purpose under which it is booked
 * @param conversationId on which it is booked, empty for none
 * @param patience how long it may take in all
 * @param manner in which it is written
 */
public record Commission(
    String message,
    List<String> earlier,
    List<Passage> passages,
    List<Picture> pictures,
    Tier tier,
    String purpose,
    String conversationId,
    Duration patience,
    Manner manner) {
  public Commission {
    earlier = List.copyOf(earlier);
    passages = List.copyOf(passages);
    pictures = List.copyOf(pictures);
  }

  /** In the usual manner. */
  public Commission(
      String message,
      List<String> earlier,
      List<Passage> passages,
      List<Picture> pictures,
      Tier tier,
      String purpose,
      String conversationId,
      Duration patience) {
    this(
        message,
        earlier,
        passages,
        pictures,
        tier,
        purpose,
        conversationId,
        patience,
        Manner.USUAL);
  }
}
