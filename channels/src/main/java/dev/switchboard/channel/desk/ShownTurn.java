package dev.switchboard.channel.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.switchboard.bot.conversation.Attachment;
import dev.switchboard.bot.conversation.Turn;
import dev.switchboard.channel.web.block.Block;
import dev.switchboard.channel.web.block.PlainText;
import dev.switchboard.channel.web.turn.ReadableTurn;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A turn as the team sees it.
 *
 * @param seq its number in the conversation
 * @param shown its number among those the customer sees, 0 when it is not for the customer
 * @param author {@code customer}, {@code bot}, {@code agent}, {@code note} or {@code suggestion}
 * @param by the agent's name, empty where no agent wrote it
 * @param text the words alone
 * @param blocks the same, ready to be shown
 * @param citations where it stands, in the order in which the blocks refer to them
 * @param at when it was stored, ISO 8601
 * @param key the id that the page gave it that it was written on, else empty
 * @param files what the customer sent with it
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
record ShownTurn(
    long seq,
    long shown,
    String author,
    String by,
    String text,
    List<Block> blocks,
    List<ReadableTurn.Source> citations,
    String at,
    String key,
    List<File> files) {

  /**
   * A file that came with it.
   *
   * @param kind {@code image}, {@code audio} or {@code file}
   * @param name as it may be shown
   * @param size in bytes
   * @param url where its bytes are, below this server's address
   * @param width of an image in pixels, else 0
   * @param height of an image in pixels, else 0
   * @param words what was read in an image, empty when nothing was
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record File(
      @JsonProperty("attachment_id") String attachmentId,
      String kind,
      String name,
      long size,
      String url,
      int width,
      int height,
      String words) {
    private static File of(Attachment attachment, Map<String, String> words) {
      return new File(
          attachment.id(),
          attachment.kind().name().toLowerCase(Locale.ROOT),
          attachment.name(),
          attachment.size(),
          "/desk/api/files/" + attachment.id(),
          attachment.width(),
          attachment.height(),
          words.getOrDefault(attachment.id(), ""));
    }
  }

  /** One that came without files. */
  static ShownTurn of(Turn turn, ReadableTurn read) {
    return of(turn, read, List.of(), Map.of());
  }

  /**
   * One with files.
   *
   * @param words what was read in images, by their ids
   */
  static ShownTurn of(
      Turn turn, ReadableTurn read, List<Attachment> files, Map<String, String> words) {
    return new ShownTurn(
        turn.seq(),
        turn.shownSeq(),
        turn.author().name().toLowerCase(Locale.ROOT),
        turn.by(),
        switch (turn.author()) {
          case BOT, SUGGESTION -> PlainText.of(read.blocks());
          case CUSTOMER, AGENT, NOTE -> turn.text();
        },
        read.blocks(),
        read.sources(),
        turn.at().toString(),
        turn.by().isEmpty() ? "" : Written.pageKey(turn),
        files.stream().map(file -> File.of(file, words)).toList());
  }
}
