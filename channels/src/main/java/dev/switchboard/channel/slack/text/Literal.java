package dev.switchboard.channel.slack.text;

import com.slack.api.model.block.RichTextBlock;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.RichTextQuoteElement;
import com.slack.api.model.block.element.RichTextSectionElement;
import com.slack.api.model.block.element.RichTextSectionElement.Text;
import com.slack.api.model.block.element.RichTextSectionElement.TextStyle;
import java.util.ArrayList;
import java.util.List;

/** Somebody's words, shown letter for letter: nothing in them is markup. */
public final class Literal {
  private Literal() {}

  /** The words alone. */
  public static RichTextBlock of(String words) {
    return block(List.of(section(words, false)));
  }

  /** The words as a quote under a title of ours. */
  public static RichTextBlock quote(String title, String words) {
    var elements = new ArrayList<BlockElement>();
    elements.add(section(title, true));
    elements.add(RichTextQuoteElement.builder().elements(List.of(text(words, false))).build());
    return block(elements);
  }

  private static RichTextBlock block(List<BlockElement> elements) {
    return RichTextBlock.builder().elements(elements).build();
  }

  private static RichTextSectionElement section(String words, boolean bold) {
    return RichTextSectionElement.builder().elements(List.of(text(words, bold))).build();
  }

  private static Text text(String words, boolean bold) {
    var text = Text.builder().text(words);
    return bold ? text.style(TextStyle.builder().bold(true).build()).build() : text.build();
  }
}
