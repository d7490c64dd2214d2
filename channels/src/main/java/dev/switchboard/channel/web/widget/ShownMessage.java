package dev.switchboard.channel.web.widget;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.switchboard.bot.conversation.Proposed;
import dev.switchboard.channel.web.block.Block;
import dev.switchboard.channel.web.turn.ReadableTurn;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A turn as the customer sees it.
 *
 * @param messageId its id, unique over all conversations
 * @param seq its number in the conversation among those the customer sees, from 1 without gaps
 * @param author who wrote it
 * @param text what was written; from the bot Markdown
 * @param blocks the same, ready to be shown
 * @param citations where it stands, in the order in which the blocks refer to them
 * @param quickReplies what may be sent back with a click
 * @param clientMessageId the id that the customer's page gave it, null when others wrote it
 * @param at when it was stored, ISO 8601
 * @param feedback {@code up}, {@code down}, or null
 * @param attachments the files that came with it, in their order
 * @param offers what the customer is asked to confirm
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
record ShownMessage(
    @JsonProperty("message_id") String messageId,
    long seq,
    Writer author,
    String text,
    List<Block> blocks,
    List<ReadableTurn.Source> citations,
    @JsonProperty("quick_replies") List<String> quickReplies,
    @JsonProperty("client_message_id") @Nullable String clientMessageId,
    String at,
    @Nullable String feedback,
    List<File> attachments,
    List<Offer> offers) {

  /**
   * Something that is done when the customer confirms it.
   *
   * @param words what it is
   * @param state {@code offered}, {@code confirmed}, {@code done}, {@code declined}, {@code failed}
   *     or {@code unclear}
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Offer(@JsonProperty("proposal_id") String proposalId, String words, String state) {
    static Offer of(Proposed proposed) {
      return new Offer(
          proposed.id(), proposed.words(), proposed.state().name().toLowerCase(Locale.ROOT));
    }
  }

  /**
   * Who wrote it.
   *
   * @param type {@code customer}, {@code bot}, which is a program, or {@code agent}, a person
   * @param name the agent's name, else empty
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Writer(String type, String name) {}

  /**
   * A file that came with it.
   *
   * @param kind {@code image}, {@code audio} or {@code file}
   * @param name as it may be shown
   * @param size in bytes
   * @param url where its bytes are for ten minutes, below this server's address
   * @param width of an image in pixels, else null
   * @param height of an image in pixels, else null
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record File(
      @JsonProperty("attachment_id") String attachmentId,
      String kind,
      String name,
      long size,
      String url,
      @Nullable Integer width,
      @Nullable Integer height) {}
}
