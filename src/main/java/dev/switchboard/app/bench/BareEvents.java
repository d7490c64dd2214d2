package dev.switchboard.app.bench;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.sse.Event;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Duration;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/**
 * Streams of nothing but signs of life: the floor of an idle page. Only {@link BareServer} has it.
 */
@Controller("/events")
@Secured(SecurityRule.IS_ANONYMOUS)
@Hidden
@Requires(env = BareServer.ENVIRONMENT)
final class BareEvents {
  private static final Duration HEARTBEAT = Duration.ofSeconds(15);

  private final Flux<Event<String>> beats =
      Flux.interval(HEARTBEAT)
          .map(beat -> Event.of("{}").name("hb"))
          .onBackpressureDrop()
          .share()
          .startWith(Event.of("{}").name("hb"));

  @Get(produces = MediaType.TEXT_EVENT_STREAM)
  Publisher<Event<String>> events() {
    return beats;
  }
}
