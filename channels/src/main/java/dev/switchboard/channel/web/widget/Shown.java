package dev.switchboard.channel.web.widget;

import dev.switchboard.bot.conversation.Attachment;
import dev.switchboard.bot.conversation.Attachments;
import dev.switchboard.bot.conversation.Author;
import dev.switchboard.bot.conversation.Cases;
import dev.switchboard.bot.conversation.Conversation;
import dev.switchboard.bot.conversation.Custody;
import dev.switchboard.bot.conversation.Opinion;
import dev.switchboard.bot.conversation.Opinions;
import dev.switchboard.bot.conversation.Proposals;
import dev.switchboard.bot.conversation.Proposed;
import dev.switchboard.bot.conversation.Turn;
import dev.switchboard.channel.web.turn.TurnReader;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes of stored turns and custody what the customer sees of them. */
@Singleton
final class Shown {
  private final TurnReader reader;
  private final Opinions opinions;
  private final Proposals proposals;
  private final Cases cases;
  private final Staff staff;
  private final Attachments attachments;
  private final AttachmentLinks links;

  Shown(
      TurnReader reader,
      Opinions opinions,
      Proposals proposals,
      Cases cases,
      Staff staff,
      Attachments attachments,
      AttachmentLinks links) {
    this.reader = reader;
    this.opinions = opinions;
    this.proposals = proposals;
    this.cases = cases;
    this.staff = staff;
    this.attachments = attachments;
    this.links = links;
  }

  /** What the customer knows of who speaks. */
  ShownState state(Conversation conversation) {
    var custody = conversation.custody();
    var queue =
        custody instanceof Custody.Queued
            ? cases.position(conversation.id()).map(this::queue).orElse(null)
            : null;
    return new ShownState(
        ShownState.of(custody),
        queue,
        ShownState.agent(custody),
        custody instanceof Custody.Resolved && opinions.canRate(conversation.id()));
  }

  private ShownState.Queue queue(long position) {
    return new ShownState.Queue(position, staff.eta().orElse(null));
  }

  /** Turns of one conversation. */
  List<ShownMessage> messages(List<Turn> turns) {
    if (turns.isEmpty()) {
      return List.of();
    }
    var thoughts =
        opinions.of(turns.getFirst().conversationId()).stream()
            .collect(Collectors.toMap(Opinion::shownSeq, Function.identity()));
    var files = attachments.of(turns.getFirst().conversationId());
    var offers =
        proposals.of(turns.getFirst().conversationId()).stream()
            .collect(Collectors.groupingBy(Proposed::shownSeq));
    return turns.stream()
        .map(turn ->
            message(
                turn,
                thoughts.get(turn.shownSeq()),
                files.getOrDefault(turn.seq(), List.of()),
                offers.getOrDefault(turn.shownSeq(), List.of())))
        .toList();
  }

  private ShownMessage message(
      Turn turn, @Nullable Opinion opinion, List<Attachment> files, List<Proposed> offers) {
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
        opinion == null ? null : opinion.helpful() ? "up" : "down",
        files.stream().map(this::file).toList(),
        offers.stream().map(ShownMessage.Offer::of).toList());
  }

  private ShownMessage.File file(Attachment file) {
    return new ShownMessage.File(
        file.id(),
        kind(file),
        file.name(),
        file.size(),
        links.to(file),
        file.width() == 0 ? null : file.width(),
        file.height() == 0 ? null : file.height());
  }

  /** {@code image}, {@code audio} or {@code file}. */
  static String kind(Attachment attachment) {
    return attachment.kind().name().toLowerCase(Locale.ROOT);
  }

  /** The id by which a customer's page knows a turn. */
  static String id(Turn turn) {
    return turn.conversationId() + "." + turn.shownSeq();
  }

  /** The key under which the inbox knows a customer's message. */
  static String key(Visitor visitor, String clientId) {
    return visitor.origin() + "/" + clientId;
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
