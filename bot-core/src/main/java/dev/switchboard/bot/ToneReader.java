package dev.switchboard.bot;

/**
 * Hears how a message sounds.
 *
 * <p>An implementation needs no network, changes nothing, is safe for use by many threads, answers
 * in milliseconds, and is never in doubt by an error: what it cannot read sounds plain.
 */
public interface ToneReader {

  /** The tone of the text, cleaned, of at most {@link Message#MAX_LENGTH} characters. */
  Tone of(String text);
}
