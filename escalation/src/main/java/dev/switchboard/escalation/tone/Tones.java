package dev.switchboard.escalation.tone;

import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.switchboard.bot.Signal;
import dev.switchboard.bot.Tone;
import dev.switchboard.bot.ToneReader;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;

/**
 * Hears annoyance and abuse by two small classifiers on the sentence embedding.
 *
 * <p>They were trained on English; other languages are heard as far as the embedding and the
 * punctuation carry. With an embedding model of another width than the shipped one everything
 * sounds plain.
 */
public final class Tones implements ToneReader {
  private static final String WEIGHTS = "tones.bin";

  private final EmbeddingModel model;
  private final Classifier annoyed;
  private final Classifier abusive;

  private Tones(EmbeddingModel model, Classifier annoyed, Classifier abusive) {
    this.model = model;
    this.annoyed = annoyed;
    this.abusive = abusive;
  }

  /** With the weights that are shipped. */
  public static Tones shipped(EmbeddingModel model) {
    try (var in =
        new DataInputStream(
            new BufferedInputStream(
                Objects.requireNonNull(Tones.class.getResourceAsStream(WEIGHTS))))) {
      return new Tones(model, Classifier.read(in), Classifier.read(in));
    } catch (IOException fault) {
      throw new UncheckedIOException("the weights of the tones cannot be read", fault);
    }
  }

  @Override
  public Tone of(String text) {
    if (text.isBlank()) {
      return Tone.PLAIN;
    }
    return of(model.embed(text).content().vector(), text);
  }

  private Tone of(float[] vector, String text) {
    if (vector.length != annoyed.dense().length) {
      return Tone.PLAIN;
    }
    var features = Features.of(text);
    double isAnnoyed = annoyed.chance(vector, features);
    double isAbusive = abusive.chance(vector, features);
    return new Tone(isAnnoyed, isAbusive, signals(isAnnoyed, isAbusive));
  }

  private Set<Signal> signals(double isAnnoyed, double isAbusive) {
    var signals = EnumSet.noneOf(Signal.class);
    if (isAnnoyed >= annoyed.threshold()) {
      signals.add(Signal.ANNOYED);
    }
    if (isAbusive >= abusive.threshold()) {
      signals.add(Signal.ABUSIVE);
    }
    return signals;
  }
}
