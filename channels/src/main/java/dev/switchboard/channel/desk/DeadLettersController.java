package dev.switchboard.channel.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.switchboard.bot.conversation.DeadLetter;
import dev.switchboard.bot.conversation.DeadLetters;
import dev.switchboard.channel.http.Refusal;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;

/** Shows what did not reach a customer, and sends it again. */
@Controller("/desk/api/dead-letters")
@Hidden
@Secured({"AGENT", "LEAD", "ADMIN"})
@ExecuteOn(TaskExecutors.BLOCKING)
final class DeadLettersController {
  private final DeadLetters letters;
  private final DeskStreams streams;

  DeadLettersController(DeadLetters letters, DeskStreams streams) {
    this.letters = letters;
    this.streams = streams;
  }

  /** A turn that did not reach the customer, as {@link DeadLetter} explains it. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Letter(
      @JsonProperty("case") String conversationId,
      long seq,
      String channel,
      String address,
      String text,
      int attempts,
      String because) {
    static Letter of(DeadLetter letter) {
      return new Letter(
          letter.conversationId(),
          letter.seq(),
          letter.channel(),
          letter.address(),
          letter.text(),
          letter.attempts(),
          letter.because());
    }
  }

  /** The oldest of them. */
  @Get
  HttpResponse<List<Letter>> oldest() {
    return HttpResponse.ok(letters.oldest().stream().map(Letter::of).toList())
        .header(HttpHeaders.CACHE_CONTROL, "no-store");
  }

  @Post("/{id}/{seq}/retry")
  @Consumes(MediaType.ALL)
  HttpResponse<?> retry(String id, long seq) {
    if (!letters.retry(id, seq)) {
      throw new Refusal(HttpStatus.CONFLICT, "sent", "It is on its way already.");
    }
    streams.list();
    return HttpResponse.noContent();
  }
}
