package dev.switchboard.channel.web.widget;

import dev.switchboard.bot.Message;
import dev.switchboard.bot.conversation.Attachments;
import dev.switchboard.bot.conversation.Author;
import dev.switchboard.bot.conversation.Bell;
import dev.switchboard.bot.conversation.Command.End;
import dev.switchboard.bot.conversation.Conversation;
import dev.switchboard.bot.conversation.Conversations;
import dev.switchboard.bot.conversation.HandOff;
import dev.switchboard.bot.conversation.Happening;
import dev.switchboard.bot.conversation.Opinion;
import dev.switchboard.bot.conversation.Opinions;
import dev.switchboard.bot.conversation.Rating;
import dev.switchboard.bot.conversation.Transition;
import dev.switchboard.channel.http.JsonBody;
import dev.switchboard.channel.http.Refusal;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Takes what a customer wants beside writing: a person, an end, to say how it was. */
@Controller("/widget/v1/conversations/{id}")
@Secured(SecurityRule.IS_ANONYMOUS)
@Hidden
@Consumes(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class WishesController {
  private static final int BEST = 5;

  private final Door door;
  private final HandOff handOff;
  private final Conversations conversations;
  private final Opinions opinions;
  private final Attachments attachments;
  private final Bell bell;

  WishesController(
      Door door,
      HandOff handOff,
      Conversations conversations,
      Opinions opinions,
      Attachments attachments,
      Bell bell) {
    this.door = door;
    this.handOff = handOff;
    this.conversations = conversations;
    this.opinions = opinions;
    this.attachments = attachments;
    this.bell = bell;
  }

  @Post("/escalate")
  HttpResponse<?> escalate(String id, HttpRequest<?> request, @Body @Nullable InputStream body) {
    var visitor = door.visitor(request);
    var own = door.own(visitor, id);
    JsonBody.of(request, body);
    return done(handOff.ask(own.id(), visitor.locale()));
  }

  @Post("/close")
  HttpResponse<?> close(String id, HttpRequest<?> request, @Body @Nullable InputStream body) {
    var own = own(id, request);
    JsonBody.of(request, body);
    return done(conversations.command(own.id(), new End()));
  }

  private static HttpResponse<?> done(Transition transition) {
    return switch (transition) {
      case Transition.Accepted _ -> HttpResponse.noContent();
      case Transition.Refused _ ->
          throw new Refusal(
              HttpStatus.CONFLICT, "closed", "This conversation is over. Begin a new one.");
    };
  }

  @Post("/typing")
  HttpResponse<?> typing(String id, HttpRequest<?> request, @Body @Nullable InputStream body) {
    var own = own(id, request);
    boolean on = JsonBody.of(request, body).flag("typing");
    bell.ring(new Happening.Typing(own.id(), Author.CUSTOMER, "", on));
    return HttpResponse.noContent();
  }

  @Post("/read")
  HttpResponse<?> read(String id, HttpRequest<?> request, @Body @Nullable InputStream body) {
    var own = own(id, request);
    conversations.read(own.id(), JsonBody.of(request, body).number("seq", 0, Integer.MAX_VALUE));
    return HttpResponse.noContent();
  }

  @Post("/feedback")
  HttpResponse<?> feedback(String id, HttpRequest<?> request, @Body @Nullable InputStream body) {
    var own = own(id, request);
    var given = JsonBody.of(request, body);
    long seq = shownSeq(own, given.text("message_id"));
    switch (given.optionalText("value").orElse("")) {
      case "up" -> opinions.give(own.id(), new Opinion(seq, true, words(given)));
      case "down" -> opinions.give(own.id(), new Opinion(seq, false, words(given)));
      case "" -> opinions.takeBack(own.id(), seq);
      default ->
          throw new Refusal(
              HttpStatus.UNPROCESSABLE_ENTITY, "value", "The value must be up, down or null.");
    }
    return HttpResponse.noContent();
  }

  private long shownSeq(Conversation own, String messageId) {
    var turn =
        conversations.shownAfter(own.id(), number(own, messageId) - 1, 1).stream().findFirst();
    return turn.filter(found -> found.author() != Author.CUSTOMER)
        .filter(found -> Shown.id(found).equals(messageId))
        .orElseThrow(() -> new Refusal(HttpStatus.NOT_FOUND, "There is no such answer."))
        .shownSeq();
  }

  private static long number(Conversation own, String messageId) {
    var number =
        messageId.startsWith(own.id() + ".") ? messageId.substring(own.id().length() + 1) : "";
    return number.matches("[1-9]\\d{0,9}") ? Long.parseLong(number) : Long.MAX_VALUE;
  }

  @Post("/csat")
  HttpResponse<?> csat(String id, HttpRequest<?> request, @Body @Nullable InputStream body) {
    var own = own(id, request);
    var given = JsonBody.of(request, body);
    if (!opinions.rate(own.id(), new Rating(given.number("score", 1, BEST), words(given)))) {
      throw new Refusal(HttpStatus.CONFLICT, "rated", "There is nothing to rate now.");
    }
    return HttpResponse.noContent();
  }

  private static String words(JsonBody given) {
    return given.optionalText("comment", Message.MAX_LENGTH);
  }

  /** All that was said, as a file. */
  @Get(value = "/transcript", produces = "text/plain; charset=utf-8")
  HttpResponse<String> transcript(String id, HttpRequest<?> request) {
    var own = own(id, request);
    return HttpResponse.ok(
            Transcript.of(conversations.transcript(own.id()), attachments.of(own.id())))
        .header("Content-Disposition", "attachment; filename=\"conversation.txt\"")
        .header("Cache-Control", "no-store");
  }

  private Conversation own(String id, HttpRequest<?> request) {
    return door.own(door.visitor(request), id);
  }
}
