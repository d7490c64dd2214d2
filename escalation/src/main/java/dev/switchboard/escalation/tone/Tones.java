package dev.switchboard.escalation.tone;

import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.switchboard.bot.Signal;
import dev.switchboard.bot.Tone;
import dev.switchboard.bot.ToneReader;
import dev.switchboard.bot.triage.Sentences;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Hears annoyance and abuse by two small classifiers on the sentence embedding.
 *
 * <p>A message counts as a whole and, with the same weight, by its loudest sentence.
 *
 * <p>They were trained on English; other languages are heard as far as the embedding and the
 * punctuation carry. With an embedding model of another width than the shipped one everything
 * sounds plain.
 */
public final class Tones implements ToneReader {
  private static final String WEIGHTS = "tones.bin";
  // The latest: whoever has written more has mostly come to the point by then.
  private static final int MOST_SENTENCES = 6;

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
    if (!Sound.isIn(text)) {
      return Tone.PLAIN;
    }
    var whole = heard(text);
    var loudest =
        sentences(text).stream().map(this::heard).reduce(whole, Scores::loudest).between(whole);
    double isAnnoyed = Classifier.chance(loudest.annoyed());
    double isAbusive = Classifier.chance(loudest.abusive());
    return new Tone(isAnnoyed, isAbusive, signals(isAnnoyed, isAbusive));
  }

  /** What the classifiers say of a text, as logarithms of odds. */
  private record Scores(double annoyed, double abusive) {
    Scores loudest(Scores other) {
      return new Scores(Math.max(annoyed, other.annoyed), Math.max(abusive, other.abusive));
    }

    Scores between(Scores other) {
      return new Scores((annoyed + other.annoyed) / 2, (abusive + other.abusive) / 2);
    }
  }

  // A plain question beside it does not make an outburst calm. Mostly the questions among the
  // sentences are embedded to be looked up anyway.
  private static List<String> sentences(String text) {
    var sentences = Sentences.of(text).stream().filter(Sound::isIn).toList();
    return sentences.size() <= 1
        ? List.of()
        : sentences.subList(Math.max(0, sentences.size() - MOST_SENTENCES), sentences.size());
  }

  private Scores heard(String text) {
    var vector = model.embed(text).content().vector();
    if (vector.length != annoyed.dense().length) {
      return new Scores(Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY);
    }
    var features = Features.of(text);
    return new Scores(annoyed.score(vector, features), abusive.score(vector, features));
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
