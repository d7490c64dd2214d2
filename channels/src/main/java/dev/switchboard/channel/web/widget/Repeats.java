package dev.switchboard.channel.web.widget;

import dev.switchboard.bot.conversation.Inbox;
import dev.switchboard.channel.http.Refusal;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;

/** How the same client id is answered twice: the same words are the same message. */
final class Repeats {
  private Repeats() {}

  /** 201 with the body for what is new, 200 with the same body for what was stored before. */
  static <T> HttpResponse<T> answer(Inbox.Taken taken, T body) {
    var answer = taken.first() ? HttpResponse.created(body) : HttpResponse.ok(body);
    return answer.header(HttpHeaders.CACHE_CONTROL, "no-store");
  }

  /** What is said of a client id that comes again with something else. */
  static Refusal differently() {
    return new Refusal(
        HttpStatus.UNPROCESSABLE_ENTITY,
        "key_reused",
        "Something else was sent under this client_message_id before.");
  }
}
