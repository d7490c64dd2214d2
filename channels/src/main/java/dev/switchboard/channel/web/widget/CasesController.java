package dev.switchboard.channel.web.widget;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.switchboard.bot.conversation.Customers;
import dev.switchboard.bot.conversation.Inbox;
import dev.switchboard.bot.conversation.Incoming;
import dev.switchboard.bot.conversation.LetterBox;
import dev.switchboard.channel.http.JsonBody;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.InputStream;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Takes in what a customer writes for people to answer by e-mail. */
@Controller("/widget/v1/cases")
@Secured(SecurityRule.IS_ANONYMOUS)
@Hidden
@ExecuteOn(TaskExecutors.BLOCKING)
final class CasesController {
  private final Door door;
  private final Limits limits;
  private final LetterBox letterBox;
  private final Customers customers;
  private final RandomGenerator random;

  CasesController(
      Door door, Limits limits, LetterBox letterBox, Customers customers, RandomGenerator random) {
    this.door = door;
    this.limits = limits;
    this.letterBox = letterBox;
    this.customers = customers;
    this.random = random;
  }

  /** The conversation that people have now. */
  @Serdeable
  record Opened(@JsonProperty("conversation_id") String conversationId) {}

  /**
   * Takes a letter in; it is durable when this returns. The same client id again is the same
   * letter; without one each is another.
   */
  @Post
  @Consumes(MediaType.ALL)
  HttpResponse<Opened> open(HttpRequest<?> request, @Body @Nullable InputStream body) {
    var visitor = door.visitor(request);
    var sent = JsonBody.of(request, body);
    var text = SentText.required(sent);
    var email = EmailField.of(sent);
    var key = Shown.key(visitor, clientId(sent));
    limits.countMessage(request, visitor);
    var letter = new Incoming(Visitor.CHANNEL, visitor.id(), key, text);
    var taken = letterBox.drop(letter, email, visitor.locale());
    if (!taken.turn().text().equals(letter.text()) || !isNoted(visitor, email)) {
      throw Repeats.differently();
    }
    return answer(taken);
  }

  private String clientId(JsonBody sent) {
    return SentText.hasClientId(sent)
        ? SentText.clientId(sent)
        : new UUID(random.nextLong(), random.nextLong()).toString();
  }

  private boolean isNoted(Visitor visitor, String email) {
    return customers.at(Visitor.CHANNEL, visitor.id()).answerTo().equals(email);
  }

  private static HttpResponse<Opened> answer(Inbox.Taken taken) {
    return Repeats.answer(taken, new Opened(taken.turn().conversationId()));
  }
}
