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

  /** Loaded when something is counted: a start with an index that is up to date counts nothing. */
  private static final class Loaded {
    static final HuggingFaceTokenCountEstimator ESTIMATOR = load();

    private static HuggingFaceTokenCountEstimator load() {
      Offline.insist();
      return new HuggingFaceTokenCountEstimator();
    }
  }

  /** Tokens without the two marks around them; {@link #LIMIT} or a little less for longer texts. */
  @Override
  public int applyAsInt(String text) {
    return Loaded.ESTIMATOR.estimateTokenCountInText(text);
  }
}
