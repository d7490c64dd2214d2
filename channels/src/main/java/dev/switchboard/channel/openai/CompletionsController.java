package dev.switchboard.channel.openai;

import dev.switchboard.bot.model.Pieces;
import dev.switchboard.channel.http.Refusal;
import dev.switchboard.channel.http.UnreadBody;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Error;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.sse.Event;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.ObjectMapper;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;

/** Speaks OpenAI's protocol. */
@Controller("/v1")
@Hidden
@Secured(SecurityRule.IS_ANONYMOUS)
final class CompletionsController {
  private static final String DONE = "[DONE]";
  private static final String CHUNK = "chat.completion.chunk";
  private static final String STOP = "stop";
  private static final String TOOL_CALLS = "\"tool_calls\"";
  // Who answered of those that could have.
  private static final String ANSWERED_BY = "X-Switchboard-Model";
  private static final String AGAIN = "\n\n(The answer broke off and begins anew.)\n\n";

  private final ApiKeys keys;
  private final Speakers speakers;
  private final ObjectMapper json;
  private final ExecutorService executor;
  private final Clock clock;

  CompletionsController(
      ApiKeys keys,
      Speakers speakers,
      ObjectMapper json,
      @Named(RelayThreads.NAME) ExecutorService executor,
      Clock clock) {
    this.keys = keys;
    this.speakers = speakers;
    this.json = json;
    this.executor = executor;
    this.clock = clock;
  }

  /** The models that can be asked. */
  @Get("/models")
  ModelList models(HttpRequest<?> request) {
    keys.caller(request);
    return new ModelList("list", speakers.names().stream().map(ModelList.Entry::new).toList());
  }

  /** Answers, in one piece or in many. */
  @Post("/chat/completions")
  @Consumes(MediaType.ALL)
  @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_EVENT_STREAM})
  @ExecuteOn(RelayThreads.NAME)
  HttpResponse<?> complete(HttpRequest<?> request, @Body @Nullable InputStream body) {
    var caller = keys.caller(request);
    var sent = Sent.read(request, body);
    if (!Speakers.isBot(sent.model())) {
      return relayed(sent, caller);
    }
    var asked = Asked.read(sent.asJsonBody());
    return asked.streams()
        ? pieces(sink -> speak(asked, sink))
        : HttpResponse.ok(whole(asked)).contentType(MediaType.APPLICATION_JSON_TYPE);
  }

  private HttpResponse<?> relayed(Sent sent, String caller) {
    if (sent.streams()) {
      return pieces(sink -> relay(sent, caller, sink));
    }
    var done = speakers.model(sent.body(), sent.model(), caller, Pieces.none());
    return HttpResponse.ok(done.body())
        .contentType(MediaType.APPLICATION_JSON_TYPE)
        .header(ANSWERED_BY, done.model())
        .header(HttpHeaders.CACHE_CONTROL, "no-store");
  }

  private HttpResponse<?> pieces(Consumer<FluxSink<Event<String>>> speaking) {
    return HttpResponse.ok(stream(speaking))
        .contentType(MediaType.TEXT_EVENT_STREAM_TYPE)
        .header(HttpHeaders.CACHE_CONTROL, "no-store, no-transform")
        .header("X-Accel-Buffering", "no");
  }

  private Completion whole(Asked asked) {
    var words = new Completion.Words("assistant", speakers.bot(asked).text());
    return new Completion(
        id(),
        "chat.completion",
        clock.instant().getEpochSecond(),
        asked.model(),
        List.of(new Completion.Choice(0, words, null, STOP)),
        Completion.Used.of(0, 0));
  }

  private static String id() {
    return "chatcmpl-" + UUID.randomUUID();
  }

  private Publisher<Event<String>> stream(Consumer<FluxSink<Event<String>>> speaking) {
    return Flux.create(sink -> {
      var spoken = executor.submit(() -> spoken(speaking, sink));
      // Whoever leaves is not answered to the end: the model is told to stop.
      sink.onCancel(() -> spoken.cancel(true));
    });
  }

  private void spoken(Consumer<FluxSink<Event<String>>> speaking, FluxSink<Event<String>> sink) {
    try {
      speaking.accept(sink);
    } catch (ApiError error) {
      say(sink, error.body());
      sink.complete();
    } catch (RuntimeException fault) {
      sink.error(fault);
    }
  }

  private void speak(Asked asked, FluxSink<Event<String>> sink) {
    var id = id();
    long created = clock.instant().getEpochSecond();
    say(
        sink,
        piece(
            asked,
            id,
            created,
            new Completion.Words("assistant", speakers.bot(asked).text()),
            null));
    say(sink, piece(asked, id, created, new Completion.Words(null, null), STOP));
    if (asked.usage()) {
      say(
          sink,
          new Completion(id, CHUNK, created, asked.model(), List.of(), Completion.Used.of(0, 0)));
    }
    sink.next(Event.of(DONE));
    sink.complete();
  }

  private static Completion piece(
      Asked asked, String id, long created, Completion.Words words, @Nullable String reason) {
    var choice = new Completion.Choice(0, null, words, reason);
    return new Completion(id, CHUNK, created, asked.model(), List.of(choice), null);
  }

  private void relay(Sent sent, String caller, FluxSink<Event<String>> sink) {
    speakers.model(sent.body(), sent.model(), caller, new Passing(sent, sink));
    sink.next(Event.of(DONE));
    sink.complete();
  }

  /** Passes pieces on as they are. */
  private final class Passing implements Pieces {
    private final Sent sent;
    private final FluxSink<Event<String>> sink;
    private boolean calls;

    private Passing(Sent sent, FluxSink<Event<String>> sink) {
      this.sent = sent;
      this.sink = sink;
    }

    @Override
    public void next(String data) {
      calls |= data.contains(TOOL_CALLS);
      sink.next(Event.of(data));
    }

    // What was sent cannot be taken back; half a call of a tool must not be completed by another.
    @Override
    public void restart() {
      if (calls) {
        throw new ApiError(
            HttpStatus.BAD_GATEWAY, "answer_broke_off", "The answer broke off within a call.");
      }
      var words = new Completion.Words(null, AGAIN);
      var choice = new Completion.Choice(0, null, words, null);
      long created = clock.instant().getEpochSecond();
      say(sink, new Completion(id(), CHUNK, created, sent.model(), List.of(choice), null));
    }
  }

  private void say(FluxSink<Event<String>> sink, Object piece) {
    try {
      sink.next(Event.of(json.writeValueAsString(piece)));
    } catch (IOException e) {
      throw new UncheckedIOException("a piece cannot be written", e);
    }
  }

  @Error
  HttpResponse<ErrorBody> refused(HttpRequest<?> request, ApiError error) {
    var answer =
        HttpResponse.<ErrorBody>status(error.status())
            .body(error.body())
            .contentType(MediaType.APPLICATION_JSON_TYPE);
    return UnreadBody.leave(request, answer);
  }

  @Error
  HttpResponse<ErrorBody> refused(HttpRequest<?> request, Refusal refusal) {
    return refused(
        request,
        new ApiError(refusal.status(), "invalid_request", String.valueOf(refusal.getMessage())));
  }
}
