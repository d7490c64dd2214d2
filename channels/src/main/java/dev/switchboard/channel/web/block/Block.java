package dev.switchboard.channel.web.block;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** A piece of text that stands on lines of its own. In JSON {@code type} says which it is. */
@Serdeable
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Block.Paragraph.class, name = "paragraph"),
  @JsonSubTypes.Type(value = Block.Heading.class, name = "heading"),
  @JsonSubTypes.Type(value = Block.Items.class, name = "list"),
  @JsonSubTypes.Type(value = Block.Code.class, name = "code"),
  @JsonSubTypes.Type(value = Block.Quote.class, name = "quote"),
  @JsonSubTypes.Type(value = Block.Table.class, name = "table"),
  @JsonSubTypes.Type(value = Block.Rule.class, name = "rule")
})
@Schema(
    description = "One of paragraph, heading, list, code, quote, table, rule; type says which",
    requiredProperties = "type")
public sealed interface Block {

  /** A paragraph. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Paragraph(List<Inline> content) implements Block {}

  /**
   * A heading.
   *
   * @param level from 1, the outermost, to 6
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Heading(int level, List<Inline> content) implements Block {}

  /**
   * A list, {@code list} in JSON.
   *
   * @param ordered whether its items are numbered
   * @param start the number of the first item; 1 when they are not numbered
   * @param items what each item holds
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Items(boolean ordered, int start, List<List<Block>> items) implements Block {}

  /**
   * Text to be shown letter for letter.
   *
   * @param language the language it is written in as the author named it, empty when unnamed
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Code(String language, String text) implements Block {}

  /** Words of somebody else. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Quote(List<Block> blocks) implements Block {}

  /**
   * A table.
   *
   * @param head the cells of the head row
   * @param rows the rows below it, each a list of cells
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Table(List<List<Inline>> head, List<List<List<Inline>>> rows) implements Block {}

  /** A line between two thoughts. */
  @Serdeable
  record Rule() implements Block {}
}
