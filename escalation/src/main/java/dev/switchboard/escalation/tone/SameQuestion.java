package dev.switchboard.escalation.tone;

import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.switchboard.bot.Likeness;
import dev.switchboard.bot.triage.Wording;

/** Compares questions by their words, and by their sentence embeddings. */
public final class SameQuestion implements Likeness {
  private static final double LEAST = 0.9;

  private final EmbeddingModel model;

  /** By that model, which has been asked for most of the questions already. */
  public SameQuestion(EmbeddingModel model) {
    this.model = model;
  }

  @Override
  public boolean asksTheSame(String question, String other) {
    return Wording.same(question, other)
        || Sound.isIn(question)
            && Sound.isIn(other)
            && cosine(vector(question), vector(other)) > LEAST;
  }

  private float[] vector(String text) {
    return model.embed(text).content().vector();
  }

  private static double cosine(float[] one, float[] other) {
    double both = 0;
    double first = 0;
    double second = 0;
    for (int i = 0; i < one.length; i++) {
      both += one[i] * other[i];
      first += one[i] * one[i];
      second += other[i] * other[i];
    }
    return both / Math.sqrt(first * second);
  }
}
