package dev.switchboard.channel.slack.customer;

import static com.slack.api.model.block.Blocks.actions;
import static com.slack.api.model.block.Blocks.context;
import static com.slack.api.model.block.composition.BlockCompositions.markdownText;
import static com.slack.api.model.block.composition.BlockCompositions.plainText;
import static com.slack.api.model.block.element.BlockElements.button;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.BlockElement;
import dev.switchboard.bot.conversation.Author;
import dev.switchboard.bot.conversation.Conversations;
import dev.switchboard.bot.conversation.Turn;
import dev.switchboard.channel.slack.text.AnswerBlocks;
import dev.switchboard.channel.slack.text.Cut;
import dev.switchboard.channel.slack.text.Literal;
import dev.switchboard.channel.slack.text.Mrkdwn;
import dev.switchboard.channel.slack.text.Ref;
import dev.switchboard.channel.web.turn.TurnReader;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** What customers in Slack read. */
@Singleton
final class CustomerBlocks {
  static final String HELPFUL = "fb.up";
  static final String UNHELPFUL = "fb.down";
  static final String PERSON = "cust.person";
  static final String RATE = "cust.rate.";

  private static final int BEST = 5;
  private static final int LONGEST_TEXT = 3_000;
  private static final String NOTICE =
      "I am an automated assistant, not a person. You can ask for a person at any time.";

  private final TurnReader reader;
  private final Conversations conversations;

  CustomerBlocks(TurnReader reader, Conversations conversations) {
    this.reader = reader;
    this.conversations = conversations;
  }

  /**
   * A message to be.
   *
   * @param name who it comes from, empty for the app itself
   * @param text the words, for notifications
   */
  record Shown(String name, String text, List<LayoutBlock> blocks) {}

  /** The turn as its reader sees it. */
  Shown of(Turn turn) {
    return switch (turn.author()) {
      case BOT -> answered(turn);
      case AGENT -> written(turn);
      case CUSTOMER, NOTE, SUGGESTION ->
          throw new IllegalArgumentException("not for the customer: " + turn.author());
    };
  }

  private static Shown written(Turn turn) {
    return new Shown(
        turn.by() + " (person)",
        Cut.to(Mrkdwn.escaped(turn.text()), LONGEST_TEXT),
        List.of(Literal.of(turn.text())));
  }

  private Shown answered(Turn turn) {
    var read = reader.read(turn);
    var words = Mrkdwn.of(read.blocks());
    var blocks = new ArrayList<>(AnswerBlocks.of(words, read.sources()));
    if (!turn.receipt().isEmpty()) {
      blocks.add(asked(turn));
    }
    if (isFirst(turn)) {
      blocks.add(context(notice -> notice.elements(List.of(markdownText(NOTICE)))));
    }
    return new Shown("", Cut.to(words, LONGEST_TEXT), blocks);
  }

  /** Whether the bot says something for the first time, so that it has to say what it is. */
  private boolean isFirst(Turn turn) {
    return conversations.shownAfter(turn.conversationId(), 0, 20).stream()
        .filter(shown -> shown.author() == Author.BOT)
        .findFirst()
        .filter(first -> first.seq() == turn.seq())
        .isPresent();
  }

  private static LayoutBlock asked(Turn turn) {
    var ref = Ref.of(turn.conversationId(), String.valueOf(turn.shownSeq())).json();
    List<BlockElement> elements =
        List.of(
            button(b -> b.actionId(HELPFUL).text(plainText("👍 That helped")).value(ref)),
            button(b -> b.actionId(UNHELPFUL).text(plainText("👎 It did not")).value(ref)),
            button(b -> b.actionId(PERSON).text(plainText("Talk to a person")).value(ref)));
    return actions(row -> row.elements(elements));
  }

  /** Asks how the help was. */
  static List<LayoutBlock> rating(String conversationId) {
    var ref = Ref.of(conversationId, "").json();
    var elements =
        IntStream.rangeClosed(1, BEST)
            .<BlockElement>mapToObj(stars ->
                button(b -> b.actionId(RATE + stars).text(plainText("★".repeat(stars))).value(ref)))
            .toList();
    return List.of(
        context(ask -> ask.elements(List.of(markdownText("How was the help you got?")))),
        actions(row -> row.elements(elements)));
  }
}
