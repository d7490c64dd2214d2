package dev.switchboard.channel.web.widget;

import dev.switchboard.bot.conversation.Author;
import dev.switchboard.bot.conversation.Cases;
import dev.switchboard.bot.conversation.Conversation;
import dev.switchboard.bot.conversation.Custody;
import dev.switchboard.bot.conversation.Opinion;
import dev.switchboard.bot.conversation.Opinions;
import dev.switchboard.bot.conversation.Turn;
import dev.switchboard.channel.web.turn.TurnReader;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes of stored turns and custody what the customer sees of them. */
@Singleton
final class Shown {
  private final TurnReader reader;
  private final Opinions opinions;
  private final Cases cases;

  Shown(TurnReader reader, Opinions opinions, Cases cases) {
    this.reader = reader;
    this.opinions = opinions;
    this.cases = cases;
  }

  /** What the customer knows of who speaks. */
  ShownState state(Conversation conversation) {
    var custody = conversation.custody();
    var queue =
        custody instanceof Custody.Queued
            ? cases.position(conversation.id()).map(ShownState.Queue::new).orElse(null)
            : null;
    return new ShownState(
        ShownState.of(custody),
        queue,
        ShownState.agent(custody),
        custody instanceof Custody.Resolved && opinions.canRate(conversation.id()));
  }

  /** Turns of one conversation. */
  List<ShownMessage> messages(List<Turn> turns) {
    if (turns.isEmpty()) {
      return List.of();
    }
    var thoughts =
        opinions.of(turns.getFirst().conversationId()).stream()
            .collect(Collectors.toMap(Opinion::shownSeq, Function.identity()));
    return turns.stream().map(turn -> message(turn, thoughts.get(turn.shownSeq()))).toList();
  }

  private ShownMessage message(Turn turn, @Nullable Opinion opinion) {
    var read = reader.read(turn);
    return new ShownMessage(
        id(turn),
        turn.shownSeq(),
        writer(turn),
        turn.text(),
        read.blocks(),
        read.sources(),
        read.choices(),
        turn.author() == Author.CUSTOMER ? clientId(turn) : null,
        turn.at().toString(),
        opinion == null ? null : opinion.helpful() ? "up" : "down");
  }

  /** The id by which a customer's page knows a turn. */
  static String id(Turn turn) {
    return turn.conversationId() + "." + turn.shownSeq();
  }

  /** The key under which the inbox knows a customer's message. */
  static String key(Visitor visitor, String clientId) {
    return visitor.id() + "/" + clientId;
  }

  private static String clientId(Turn turn) {
    return turn.key().substring(turn.key().indexOf('/') + 1);
  }

  private static ShownMessage.Writer writer(Turn turn) {
    return switch (turn.author()) {
      case CUSTOMER -> new ShownMessage.Writer("customer", "");
      case BOT -> new ShownMessage.Writer("bot", "");
      case AGENT -> new ShownMessage.Writer("agent", turn.by());
      case NOTE, SUGGESTION ->
          throw new IllegalArgumentException("turn %d is not shown".formatted(turn.seq()));
    };
  }
}
