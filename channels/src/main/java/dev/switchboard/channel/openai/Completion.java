package dev.switchboard.channel.openai;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An answer, or a piece of one, as OpenAI's clients read it. */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
record Completion(
    String id,
    String object,
    long created,
    String model,
    List<Choice> choices,
    @Nullable Used usage) {

  /** The one choice there is. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Choice(
      int index,
      @Nullable Words message,
      @Nullable Words delta,
      @JsonProperty("finish_reason") @Nullable String finishReason) {}

  /** What is said. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Words(@Nullable String role, @Nullable String content) {}

  /** The tokens of it. */
  @Serdeable
  record Used(
      @JsonProperty("prompt_tokens") long in,
      @JsonProperty("completion_tokens") long out,
      @JsonProperty("total_tokens") long total) {
    static Used of(long in, long out) {
      return new Used(in, out, in + out);
    }
  }
}
