package dev.switchboard.bot;

import java.util.Set;

/**
 * How a message sounds.
 *
 * @param annoyed chance, 0 to 1, that whoever wrote it is annoyed or angry
 * @param abusive chance, 0 to 1, that it insults, threatens or harasses
 * @param signals those of the two that are likely enough to be acted on
 */
public record Tone(double annoyed, double abusive, Set<Signal> signals) {

  /** Nothing stands out. */
  public static final Tone PLAIN = new Tone(0, 0, Set.of());

  public Tone {
    signals = Set.copyOf(signals);
  }
}
