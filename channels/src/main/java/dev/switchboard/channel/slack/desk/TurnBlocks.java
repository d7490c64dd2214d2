package dev.switchboard.channel.slack.desk;

import com.slack.api.model.block.LayoutBlock;
import dev.switchboard.bot.conversation.Attachments;
import dev.switchboard.bot.conversation.Customer;
import dev.switchboard.bot.conversation.Turn;
import dev.switchboard.channel.slack.text.AnswerBlocks;
import dev.switchboard.channel.slack.text.Cut;
import dev.switchboard.channel.slack.text.Literal;
import dev.switchboard.channel.slack.text.Mrkdwn;
import dev.switchboard.channel.web.turn.TurnReader;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Collectors;

/** Turns as messages in a thread. */
@Singleton
final class TurnBlocks {
  private static final int LONGEST_SECTION = 2_900;

  private final TurnReader reader;
  private final Attachments attachments;

  TurnBlocks(TurnReader reader, Attachments attachments) {
    this.reader = reader;
    this.attachments = attachments;
  }

  /**
   * A message to be.
   *
   * @param name who it shows as its author
   * @param icon an emoji for them
   * @param text the words, for notifications
   */
  record Shown(String name, String icon, String text, List<LayoutBlock> blocks) {}

  /** Turns of one author as one message. */
  Shown of(List<Turn> turns, Customer customer) {
    var first = turns.getFirst();
    return switch (first.author()) {
      case CUSTOMER -> said(turns, customer);
      case BOT -> answered(first, "Bot", ":robot_face:");
      case SUGGESTION -> answered(first, "Bot, not sent", ":robot_face:");
      case AGENT -> literal(first.by(), ":technologist:", first.text());
      case NOTE -> literal(first.by() + " — note", ":memo:", first.text());
    };
  }

  private Shown said(List<Turn> turns, Customer customer) {
    var name = customer.name().isEmpty() ? "Customer" : customer.name();
    var words =
        turns.stream()
            .map(Turn::text)
            .filter(text -> !text.isBlank())
            .collect(Collectors.joining("\n"));
    var files =
        turns.stream()
            .flatMap(turn -> attachments.of(turn).stream())
            .map(file -> "📎 " + file.name())
            .collect(Collectors.joining("\n"));
    var all = words.isEmpty() ? files : files.isEmpty() ? words : words + "\n" + files;
    return literal(name, ":bust_in_silhouette:", all);
  }

  private static Shown literal(String name, String icon, String words) {
    var shown = words.isBlank() ? "—" : words;
    return new Shown(
        name, icon, Cut.to(Mrkdwn.escaped(shown), LONGEST_SECTION), List.of(Literal.of(shown)));
  }

  private Shown answered(Turn turn, String name, String icon) {
    var read = reader.read(turn);
    var words = Mrkdwn.of(read.blocks());
    return new Shown(
        name, icon, Cut.to(words, LONGEST_SECTION), AnswerBlocks.of(words, read.sources()));
  }
}
