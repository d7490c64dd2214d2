package dev.switchboard.channel.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.switchboard.bot.conversation.Turn;
import dev.switchboard.channel.web.block.Block;
import dev.switchboard.channel.web.block.PlainText;
import dev.switchboard.channel.web.turn.ReadableTurn;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Locale;

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
    String key) {

  static ShownTurn of(Turn turn, ReadableTurn read) {
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
        turn.by().isEmpty() ? "" : Written.pageKey(turn));
  }
}
