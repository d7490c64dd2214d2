package dev.switchboard.channel.web.widget;

import dev.switchboard.bot.conversation.Conversation;
import dev.switchboard.channel.http.Refusal;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.sse.Event;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.inject.Named;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/** Tells an open page what is new. */
@Controller("/widget/v1/conversations/{id}/events")
@Secured(SecurityRule.IS_ANONYMOUS)
@Hidden
final class EventsController {
  private static final String LAST_EVENT_ID = "Last-Event-ID";

  private final Door door;
  private final Seats seats;
  private final Streams streams;
  private final ExecutorService executor;

  EventsController(
      Door door,
      Seats seats,
      Streams streams,
      @Named(TaskExecutors.BLOCKING) ExecutorService executor) {
    this.door = door;
    this.seats = seats;
    this.streams = streams;
    this.executor = executor;
  }

  /** The events after the last one the page has: by header, else by {@code after}, else all. */
  // A stream without a body never ends, and with it its connection: there is nothing to HEAD.
  @Get(produces = MediaType.TEXT_EVENT_STREAM, headRoute = false)
  CompletionStage<HttpResponse<Publisher<Event<?>>>> events(
      String id, HttpRequest<?> request, @QueryValue Optional<String> after) {
    // With ExecuteOn every event would pass through the executor, and each open stream hold a
    // thread's worth of memory for that.
    return CompletableFuture.supplyAsync(() -> opened(id, request, after), executor);
  }

  private HttpResponse<Publisher<Event<?>>> opened(
      String id, HttpRequest<?> request, Optional<String> after) {
    var visitor = door.visitor(request);
    var own = door.own(visitor, id);
    var last = Optional.ofNullable(request.getHeaders().get(LAST_EVENT_ID)).or(() -> after);
    long seen = last.map(EventsController::number).orElse(0L);
    var leave = seats.take(visitor);
    return HttpResponse.ok(events(visitor, own, seen, leave))
        .header(HttpHeaders.CACHE_CONTROL, "no-cache, no-transform")
        .header("X-Accel-Buffering", "no");
  }

  private Publisher<Event<?>> events(Visitor visitor, Conversation own, long seen, Runnable leave) {
    try {
      return Flux.from(streams.open(own.id(), seen))
          .takeWhile(event -> door.admits(visitor))
          .doFinally(end -> leave.run());
    } catch (RuntimeException refused) {
      leave.run();
      throw refused;
    }
  }

  private static long number(String text) {
    if (!text.matches("\\d{1,15}")) {
      throw new Refusal(HttpStatus.BAD_REQUEST, "after", "The last event's id must be a number.");
    }
    return Long.parseLong(text);
  }
}
