package dev.switchboard.knowledge.text;

import dev.langchain4j.model.embedding.onnx.HuggingFaceTokenCountEstimator;
import dev.switchboard.knowledge.embedding.Offline;
import java.util.function.ToIntFunction;

/**
 * How many tokens an embedding model reads in a text. Both shipped models share the vocabulary of
 * uncased BERT, which is also the tokenizer of LangChain4j's estimator.
 */
public final class TokenCount implements ToIntFunction<String> {

  /** What the shipped MiniLM reads of a text; it drops the rest without a word. */
  public static final int LIMIT = 128;

  private final HuggingFaceTokenCountEstimator estimator;

  public TokenCount() {
    Offline.insist();
    estimator = new HuggingFaceTokenCountEstimator();
  }

  /** Tokens without the two marks around them; {@link #LIMIT} or a little less for longer texts. */
  @Override
  public int applyAsInt(String text) {
    return estimator.estimateTokenCountInText(text);
  }
}
