package dev.switchboard.channel.web.widget;

import dev.switchboard.bot.conversation.Conversations;
import dev.switchboard.bot.media.ReadAloud;
import dev.switchboard.channel.http.Refusal;
import dev.switchboard.channel.web.block.PlainText;
import dev.switchboard.channel.web.turn.TurnReader;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;

/** Reads aloud what the customer was told. */
@Controller("/widget/v1/conversations/{id}/speech")
@Secured(SecurityRule.IS_ANONYMOUS)
@Hidden
@ExecuteOn(TaskExecutors.BLOCKING)
final class SpeechController {
  private final Door door;
  private final Limits limits;
  private final Conversations conversations;
  private final TurnReader reader;
  private final ReadAloud aloud;

  SpeechController(
      Door door, Limits limits, Conversations conversations, TurnReader reader, ReadAloud aloud) {
    this.door = door;
    this.limits = limits;
    this.conversations = conversations;
    this.reader = reader;
    this.aloud = aloud;
  }

  /** The turn of that number, as MP3. */
  @Get(value = "/{seq}", produces = "audio/mpeg")
  HttpResponse<byte[]> speech(String id, long seq, HttpRequest<?> request) {
    var visitor = door.visitor(request);
    var own = door.own(visitor, id);
    var turn =
        conversations.shownAfter(own.id(), seq - 1, 1).stream()
            .filter(found -> found.shownSeq() == seq)
            .findFirst()
            .orElseThrow(() -> new Refusal(HttpStatus.NOT_FOUND, "There is no such message."));
    limits.countMessage(request, visitor);
    return aloud
        .spoken(PlainText.of(reader.read(turn).blocks()), own.id())
        .map(sound -> HttpResponse.ok(sound).header("Cache-Control", "private, max-age=3600"))
        .orElseThrow(() ->
            new Refusal(HttpStatus.SERVICE_UNAVAILABLE, "silent", "Nobody can speak it now."));
  }
}
