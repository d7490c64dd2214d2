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
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.swagger.v3.oas.annotations.Hidden;
import org.reactivestreams.Publisher;

/** Tells an agent's page what is new. */
@Controller("/desk/api/events")
@Hidden
@Secured({"AGENT", "LEAD", "ADMIN"})
final class DeskEventsController {
  private static final int LONGEST_REVISION = 40;

  private final DeskStreams streams;
  private final CaseReader reader;

  DeskEventsController(DeskStreams streams, CaseReader reader) {
    this.streams = streams;
    this.reader = reader;
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
  @ExecuteOn(TaskExecutors.BLOCKING)
  HttpResponse<Publisher<Event<?>>> events(
      Authentication caller,
      @QueryValue(value = "case", defaultValue = "") String id,
      @QueryValue(defaultValue = "0") String after,
      @QueryValue(defaultValue = "") String list) {
    if (!after.matches("\\d{1,15}") || list.length() > LONGEST_REVISION) {
      throw new Refusal(
          HttpStatus.BAD_REQUEST, "after", "The last turn's number must be a number.");
    }
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
