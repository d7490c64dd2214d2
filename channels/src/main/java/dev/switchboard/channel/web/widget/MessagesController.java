package dev.switchboard.channel.web.widget;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.switchboard.bot.Message;
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
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Takes messages in and shows them. */
@Controller("/widget/v1/conversations/{id}/messages")
@Secured(SecurityRule.IS_ANONYMOUS)
@Hidden
@ExecuteOn(TaskExecutors.BLOCKING)
final class MessagesController {
  private static final Pattern CLIENT_ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");
  private static final String NEW = "new";
  private static final int MOST = 100;

  private final Door door;
  private final Limits limits;
  private final Inbox inbox;
  private final Conversations conversations;
  private final Shown shown;

  MessagesController(
      Door door, Limits limits, Inbox inbox, Conversations conversations, Shown shown) {
    this.door = door;
    this.limits = limits;
    this.inbox = inbox;
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
   * message.
   */
  @Post
  @Consumes(MediaType.ALL)
  HttpResponse<Accepted> send(String id, HttpRequest<?> request, @Body @Nullable InputStream body) {
    var visitor = door.visitor(request);
    if (!id.equals(NEW)) {
      requireOpen(visitor, id);
    }
    var sent = JsonBody.of(request, body);
    var incoming =
        new Incoming(Visitor.CHANNEL, visitor.id(), Shown.key(visitor, clientId(sent)), text(sent));
    limits.count(visitor);
    var turn = inbox.accept(incoming);
    if (!turn.text().equals(incoming.text())) {
      throw new Refusal(
          HttpStatus.UNPROCESSABLE_ENTITY,
          "key_reused",
          "Another text was sent under this client_message_id before.");
    }
    return HttpResponse.created(Accepted.of(turn)).header(HttpHeaders.CACHE_CONTROL, "no-store");
  }

  private void requireOpen(Visitor visitor, String id) {
    if (door.own(visitor, id).custody() instanceof Custody.Closed) {
      throw new Refusal(
          HttpStatus.CONFLICT, "closed", "This conversation is over. Begin a new one.");
    }
  }

  private static String clientId(JsonBody sent) {
    var clientId = sent.text("client_message_id");
    if (!CLIENT_ID.matcher(clientId).matches()) {
      throw new Refusal(
          HttpStatus.UNPROCESSABLE_ENTITY,
          "client_message_id",
          "The client_message_id must be 1 to 64 letters, digits, hyphens or underscores.");
    }
    return clientId;
  }

  private static String text(JsonBody sent) {
    var text = sent.text("text");
    if (text.isBlank()) {
      throw new Refusal(HttpStatus.UNPROCESSABLE_ENTITY, "blank", "The text must not be blank.");
    }
    if (text.length() > Message.MAX_LENGTH) {
      throw new Refusal(
          HttpStatus.REQUEST_ENTITY_TOO_LARGE,
          "text_too_long",
          "The text must not have more than %d characters.".formatted(Message.MAX_LENGTH));
    }
    return text;
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
