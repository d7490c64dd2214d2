package dev.switchboard.channel.web.block;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** A piece of text within a line. In JSON {@code type} says which it is. */
@Serdeable
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Inline.Text.class, name = "text"),
  @JsonSubTypes.Type(value = Inline.Emphasis.class, name = "emphasis"),
  @JsonSubTypes.Type(value = Inline.Strong.class, name = "strong"),
  @JsonSubTypes.Type(value = Inline.Code.class, name = "code"),
  @JsonSubTypes.Type(value = Inline.Link.class, name = "link"),
  @JsonSubTypes.Type(value = Inline.Mark.class, name = "citation"),
  @JsonSubTypes.Type(value = Inline.Break.class, name = "break")
})
@Schema(
    description = "One of text, emphasis, strong, code, link, citation, break; type says which",
    requiredProperties = "type")
public sealed interface Inline {

  /** Plain words. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Text(String text) implements Inline {}

  /** Stressed words. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Emphasis(List<Inline> content) implements Inline {}

  /** Important words. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Strong(List<Inline> content) implements Inline {}

  /** Words to be shown letter for letter. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Code(String text) implements Inline {}

  /**
   * Words that lead to an address.
   *
   * @param url an {@code http}, {@code https} or {@code mailto} address
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Link(String url, List<Inline> content) implements Inline {}

  /**
   * A reference to a citation, {@code citation} in JSON.
   *
   * @param number the citation's place in the answer's citations, from 1
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Mark(int number) implements Inline {}

  /** The line ends here. */
  @Serdeable
  record Break() implements Inline {}
}
