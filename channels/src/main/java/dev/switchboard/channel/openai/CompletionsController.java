package dev.switchboard.channel.openai;

import dev.switchboard.bot.model.Pieces;
import dev.switchboard.channel.http.JsonBody;
import dev.switchboard.channel.http.Refusal;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Error;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.sse.Event;
import io.micronaut.scheduling.TaskExecutors;
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
      @Named(TaskExecutors.BLOCKING) ExecutorService executor,
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
  @ExecuteOn(TaskExecutors.BLOCKING)
  HttpResponse<?> complete(HttpRequest<?> request, @Body @Nullable InputStream body) {
    var caller = keys.caller(request);
    var asked = Asked.read(JsonBody.of(request, body));
    return asked.streams()
        ? HttpResponse.ok(stream(asked, caller))
            .contentType(MediaType.TEXT_EVENT_STREAM_TYPE)
            .header(HttpHeaders.CACHE_CONTROL, "no-store, no-transform")
            .header("X-Accel-Buffering", "no")
        : HttpResponse.ok(whole(asked, speakers.ask(asked, caller, Pieces.none())))
            .contentType(MediaType.APPLICATION_JSON_TYPE)
            .header(HttpHeaders.CACHE_CONTROL, "no-store");
  }

  private Completion whole(Asked asked, Speakers.Spoken spoken) {
    var words = new Completion.Words("assistant", spoken.text());
    return new Completion(
        id(),
        "chat.completion",
        clock.instant().getEpochSecond(),
        spoken.model(),
        List.of(new Completion.Choice(0, words, null, reason(spoken))),
        Completion.Used.of(spoken.in(), spoken.out()));
  }

  private static String id() {
    return "chatcmpl-" + UUID.randomUUID();
  }

  private static String reason(Speakers.Spoken spoken) {
    return spoken.complete() ? "stop" : "length";
  }

  private Publisher<Event<String>> stream(Asked asked, String caller) {
    return Flux.create(sink -> {
      var speaking = executor.submit(() -> speak(asked, caller, sink));
      // Whoever leaves is not answered to the end: the model is told to stop.
      sink.onCancel(() -> speaking.cancel(true));
    });
  }

  private void speak(Asked asked, String caller, FluxSink<Event<String>> sink) {
    var stream = new Stream(asked, sink);
    try {
      stream.end(speakers.ask(asked, caller, stream));
    } catch (ApiError error) {
      stream.say(error.body());
      sink.complete();
    } catch (RuntimeException fault) {
      sink.error(fault);
    }
  }

  /** An answer on its way in pieces. */
  private final class Stream implements Pieces {
    private final Asked asked;
    private final FluxSink<Event<String>> sink;
    private final String id = id();
    private final long created = clock.instant().getEpochSecond();
    private boolean begun;

    private Stream(Asked asked, FluxSink<Event<String>> sink) {
      this.asked = asked;
      this.sink = sink;
    }

    @Override
    public void next(String piece) {
      var words = new Completion.Words(begun ? null : "assistant", piece);
      begun = true;
      say(piece(List.of(new Completion.Choice(0, null, words, null)), null));
    }

    // What was sent cannot be taken back.
    @Override
    public void restart() {
      next(AGAIN);
    }

    private void end(Speakers.Spoken spoken) {
      var nothing = new Completion.Words(null, null);
      say(piece(List.of(new Completion.Choice(0, null, nothing, reason(spoken))), null));
      if (asked.usage()) {
        say(piece(List.of(), Completion.Used.of(spoken.in(), spoken.out())));
      }
      sink.next(Event.of(DONE));
      sink.complete();
    }

    private Completion piece(List<Completion.Choice> choices, Completion.@Nullable Used usage) {
      return new Completion(id, "chat.completion.chunk", created, asked.model(), choices, usage);
    }

    private void say(Object piece) {
      try {
        sink.next(Event.of(json.writeValueAsString(piece)));
      } catch (IOException e) {
        throw new UncheckedIOException("a piece cannot be written", e);
      }
    }
  }

  @Error
  HttpResponse<ErrorBody> refused(ApiError error) {
    return HttpResponse.<ErrorBody>status(error.status())
        .body(error.body())
        .contentType(MediaType.APPLICATION_JSON_TYPE);
  }

  @Error
  HttpResponse<ErrorBody> refused(Refusal refusal) {
    return refused(
        new ApiError(refusal.status(), "invalid_request", String.valueOf(refusal.getMessage())));
  }
}
