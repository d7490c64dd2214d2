package dev.switchboard.channel.desk;

import dev.switchboard.channel.http.Refusal;
import dev.switchboard.channel.signin.SignedIn;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.sse.Event;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.inject.Named;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import org.reactivestreams.Publisher;

/** Tells an agent's page what is new. */
@Controller("/desk/api/events")
@Hidden
@Secured({"AGENT", "LEAD", "ADMIN"})
final class DeskEventsController {
  private static final int LONGEST_REVISION = 40;

  private final DeskStreams streams;
  private final CaseReader reader;
  private final ExecutorService executor;

  DeskEventsController(
      DeskStreams streams,
      CaseReader reader,
      @Named(TaskExecutors.BLOCKING) ExecutorService executor) {
    this.streams = streams;
    this.reader = reader;
    this.executor = executor;
  }

  /**
   * The list and one case, from what the page has on.
   *
   * @param id the case that the page shows, empty for none
   * @param after the last turn of it that the page has
   * @param list the revision of the list that the page has, empty for none
   */
  // A stream without a body never ends, and with it its connection: there is nothing to HEAD.
  @Get(produces = MediaType.TEXT_EVENT_STREAM, headRoute = false)
  CompletionStage<HttpResponse<Publisher<Event<?>>>> events(
      Authentication caller,
      @QueryValue(value = "case", defaultValue = "") String id,
      @QueryValue(defaultValue = "0") String after,
      @QueryValue(defaultValue = "") String list) {
    if (!after.matches("\\d{1,15}") || list.length() > LONGEST_REVISION) {
      throw new Refusal(
          HttpStatus.BAD_REQUEST, "after", "The last turn's number must be a number.");
    }
    // Not by ExecuteOn, with which every event would pass through the executor.
    return CompletableFuture.supplyAsync(() -> opened(caller, id, after, list), executor);
  }

  private HttpResponse<Publisher<Event<?>>> opened(
      Authentication caller, String id, String after, String list) {
    if (!id.isEmpty()) {
      reader.require(id);
    }
    var session = SignedIn.session(caller);
    var watch = new Watch(session.id(), session.account().id(), id, Long.parseLong(after), list);
    return HttpResponse.ok(streams.open(watch))
        .header(HttpHeaders.CACHE_CONTROL, "no-cache, no-transform")
        .header("X-Accel-Buffering", "no");
  }
}
