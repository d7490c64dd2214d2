package dev.switchboard.channel.web.widget;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.switchboard.bot.conversation.Attachment;
import dev.switchboard.bot.conversation.Attachments;
import dev.switchboard.bot.conversation.AttachmentsRefused;
import dev.switchboard.bot.conversation.Conversation;
import dev.switchboard.bot.conversation.Conversations;
import dev.switchboard.bot.conversation.Custody;
import dev.switchboard.bot.conversation.Inbox;
import dev.switchboard.bot.conversation.Incoming;
import dev.switchboard.bot.conversation.Turn;
import dev.switchboard.channel.http.JsonBody;
import dev.switchboard.channel.http.Refusal;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes messages in and shows them. */
@Controller("/widget/v1/conversations/{id}/messages")
@Secured(SecurityRule.IS_ANONYMOUS)
@Hidden
@ExecuteOn(TaskExecutors.BLOCKING)
final class MessagesController {
  private static final String NEW = "new";
  private static final int MOST = 100;

  private final Door door;
  private final Limits limits;
  private final Overload overload;
  private final Inbox inbox;
  private final Attachments attachments;
  private final Conversations conversations;
  private final Shown shown;

  MessagesController(
      Door door,
      Limits limits,
      Overload overload,
      Inbox inbox,
      Attachments attachments,
      Conversations conversations,
      Shown shown) {
    this.door = door;
    this.limits = limits;
    this.overload = overload;
    this.inbox = inbox;
    this.attachments = attachments;
    this.conversations = conversations;
    this.shown = shown;
  }

  /** What was stored. */
  @Serdeable
  record Accepted(
      @JsonProperty("message_id") String messageId,
      @JsonProperty("conversation_id") String conversationId,
      long seq) {
    static Accepted of(Turn turn) {
      return new Accepted(Shown.id(turn), turn.conversationId(), turn.shownSeq());
    }
  }

  /**
   * Takes a message in; it is durable when this returns. The same client id again is the same
   * message, and gets the same answer, also when the conversation has ended meanwhile.
   */
  @Post
  @Consumes(MediaType.ALL)
  HttpResponse<Accepted> send(String id, HttpRequest<?> request, @Body @Nullable InputStream body) {
    var visitor = door.visitor(request);
    var conversation = id.equals(NEW) ? Optional.<Conversation>empty() : own(visitor, id);
    var incoming = incoming(visitor, JsonBody.of(request, body));
    limits.countMessage(request, visitor);
    var taken =
        inbox
            .before(incoming.channel(), incoming.externalId())
            .map(turn -> new Inbox.Taken(turn, false))
            .orElseGet(() -> take(conversation, incoming));
    requireSame(taken.turn(), incoming);
    return Repeats.answer(taken, Accepted.of(taken.turn()));
  }

  private Optional<Conversation> own(Visitor visitor, String id) {
    return Optional.of(door.own(visitor, id));
  }

  private static Incoming incoming(Visitor visitor, JsonBody sent) {
    var attachments = sent.texts("attachments");
    if (attachments.size() > Incoming.MOST_ATTACHMENTS) {
      throw new Refusal(
          HttpStatus.UNPROCESSABLE_ENTITY,
          "attachments",
          "A message takes at most %d files.".formatted(Incoming.MOST_ATTACHMENTS));
    }
    return new Incoming(
        Visitor.CHANNEL,
        visitor.id(),
        Shown.key(visitor, SentText.clientId(sent)),
        attachments.isEmpty() ? SentText.required(sent) : SentText.optional(sent),
        attachments);
  }

  private Inbox.Taken take(Optional<Conversation> conversation, Incoming incoming) {
    if (conversation.map(Conversation::custody).orElse(null) instanceof Custody.Closed) {
      throw new Refusal(
          HttpStatus.CONFLICT, "closed", "This conversation is over. Begin a new one.");
    }
    overload.admit(conversation, incoming.text());
    try {
      return inbox.take(incoming);
    } catch (AttachmentsRefused refused) {
      throw new Refusal(
          HttpStatus.UNPROCESSABLE_ENTITY,
          "attachments",
          "Name files that you have sent, each in one message only.");
    }
  }

  private void requireSame(Turn turn, Incoming incoming) {
    var files = attachments.of(turn).stream().map(Attachment::id).toList();
    if (!turn.text().equals(incoming.text()) || !files.equals(incoming.attachments())) {
      throw Repeats.differently();
    }
  }

  /**
   * Some messages of a conversation, in their order.
   *
   * @param more whether there are earlier ones
   */
  @Serdeable
  record Page(List<ShownMessage> messages, boolean more) {}

  /** The latest messages before one of them. */
  @Get
  HttpResponse<Page> page(
      String id,
      HttpRequest<?> request,
      @QueryValue(defaultValue = "9223372036854775807") long before,
      @QueryValue(defaultValue = "50") int limit) {
    var own = door.own(door.visitor(request), id);
    var turns = conversations.shownBefore(own.id(), before, Math.clamp(limit, 1, MOST));
    boolean more = !turns.isEmpty() && turns.getFirst().shownSeq() > 1;
    return HttpResponse.ok(new Page(shown.messages(turns), more))
        .header(HttpHeaders.CACHE_CONTROL, "no-store");
  }
}
