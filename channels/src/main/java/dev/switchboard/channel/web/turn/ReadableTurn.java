package dev.switchboard.channel.web.turn;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.switchboard.channel.web.block.Block;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/**
 * What a turn says.
 *
 * @param blocks its text, ready to be shown
 * @param sources where it stands, in the order in which the blocks refer to them
 * @param choices questions offered to choose from, empty unless the bot asks back
 */
public record ReadableTurn(List<Block> blocks, List<Source> sources, List<String> choices) {
  public ReadableTurn {
    blocks = List.copyOf(blocks);
    sources = List.copyOf(sources);
    choices = List.copyOf(choices);
  }

  /**
   * An article named as the source.
   *
   * @param title the FAQ's question or the document's title
   * @param headings the headings above the quote, outermost first
   * @param url where the whole article can be read, empty when nowhere
   * @param quote the words that prove the answer, Markdown
   * @param blocks the quote, ready to be shown
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Source(
      String title, List<String> headings, String url, String quote, List<Block> blocks) {}
}
