package dev.switchboard.channel.web.widget;

import dev.switchboard.bot.conversation.Bell;
import dev.switchboard.bot.conversation.Conversations;
import dev.switchboard.bot.conversation.Happening;
import dev.switchboard.channel.http.Refusal;
import dev.switchboard.channel.live.OpenPages;
import io.micronaut.http.sse.Event;
import io.micronaut.runtime.graceful.GracefulShutdownCapable;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.TaskScheduler;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/** The open pages: each is told what is new in its conversation, as soon as the bell rings. */
@Singleton
final class Streams implements GracefulShutdownCapable {
  private static final int MOST_OF_A_VISITOR = 5;
  private static final Duration LONGEST = Duration.ofMinutes(30);
  // Each beat is a look into the tables: those of thousands of pages at once would crowd out all
  // others, and wait for a connection until they give up.
  private static final int STEPS = 30;

  private final Conversations conversations;
  private final Shown shown;
  private final ExecutorService executor;
  private final Clock clock;
  private final OpenPages<Stream> open = new OpenPages<>();
  private final Drafts drafts = new Drafts();
  private final Bell.Listening listening;
  private final AtomicInteger steps = new AtomicInteger();

  Streams(
      Conversations conversations,
      Shown shown,
      Bell bell,
      WidgetSettings settings,
      @Named(TaskExecutors.SCHEDULED) TaskScheduler scheduler,
      @Named(TaskExecutors.BLOCKING) ExecutorService executor,
      Clock clock) {
    this.conversations = conversations;
    this.shown = shown;
    this.executor = executor;
    this.clock = clock;
    listening = bell.listen(this::hear);
    var step = settings.heartbeat().dividedBy(STEPS);
    scheduler.scheduleAtFixedRate(step, step, this::beat);
  }

  /**
   * The events of a conversation from now on, those after a number first.
   *
   * @param after the number of the last message the page has
   * @throws Refusal with 429 when the visitor has too many pages open
   */
  Publisher<Event<?>> open(String conversationId, long after) {
    if (open.at(conversationId).size() >= MOST_OF_A_VISITOR) {
      throw Refusal.tooMany(Duration.ofSeconds(10));
    }
    return Flux.create(sink -> {
      var stream =
          new Stream(conversationId, after, clock.millis(), sink, executor, conversations, shown);
      open.add(conversationId, stream);
      sink.onDispose(() -> open.remove(conversationId, stream));
      sink.onRequest(wanted -> stream.look());
      drafts.of(conversationId).ifPresent(stream::snapshot);
    });
  }

  private void hear(Happening happening) {
    var streams = open.at(happening.conversationId());
    switch (happening) {
      case Happening.Changed _ -> streams.forEach(Stream::look);
      case Happening.Typing typing -> streams.forEach(stream -> stream.typing(typing));
      case Happening.Drafted drafted -> {
        var piece = drafts.add(drafted);
        streams.forEach(
            drafted.anew() ? stream -> stream.snapshot(piece) : stream -> stream.drafted(piece));
      }
      case Happening.DraftOver over -> {
        var gone = drafts.end(over);
        streams.forEach(stream -> stream.draftOver(gone));
      }
    }
  }

  /**
   * A sign of life, without which a proxy, or this server, would close a quiet connection. Each
   * step is for some of the pages.
   */
  private void beat() {
    long tooOld = clock.millis() - LONGEST.toMillis();
    int step = Math.floorMod(steps.getAndIncrement(), STEPS);
    for (var stream : open.all()) {
      if (Math.floorMod(stream.hashCode(), STEPS) == step) {
        beat(stream, tooOld);
      }
    }
  }

  private static void beat(Stream stream, long tooOld) {
    if (stream.since() < tooOld) {
      stream.end();
    } else {
      stream.beat();
    }
  }

  /** How many pages are open. */
  int count() {
    return open.all().size();
  }

  /** Sends all pages away before the server stops: they come back to the next one. */
  @Override
  public CompletionStage<?> shutdownGracefully() {
    open.all().forEach(Stream::end);
    return CompletableFuture.completedFuture(null);
  }

  @PreDestroy
  void close() {
    listening.close();
    open.all().forEach(Stream::end);
  }
}
