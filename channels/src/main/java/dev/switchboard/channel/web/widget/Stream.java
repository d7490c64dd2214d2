package dev.switchboard.channel.web.widget;

import dev.switchboard.bot.conversation.Author;
import dev.switchboard.bot.conversation.Conversations;
import dev.switchboard.bot.conversation.Happening;
import dev.switchboard.bot.store.StoreUnavailable;
import dev.switchboard.channel.live.Looks;
import io.micronaut.http.sse.Event;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.FluxSink;

/**
 * An open page. It looks into the tables whenever somebody says that there may be something new,
 * one look after the other, and holds no thread in between.
 */
final class Stream {
  private static final int MOST_AT_ONCE = 100;
  private static final int TOO_FAR_BEHIND = 500;

  private final String conversationId;
  private final long since;
  private final FluxSink<Event<?>> sink;
  private final Conversations conversations;
  private final Shown shown;
  private final AtomicReference<Drafts.@Nullable Gone> gone = new AtomicReference<>();
  private final Looks looks;
  // Only the thread that looks reads and writes these two.
  private long seen;
  private @Nullable ShownState state;

  Stream(
      String conversationId,
      long after,
      long since,
      FluxSink<Event<?>> sink,
      Executor executor,
      Conversations conversations,
      Shown shown) {
    this.conversationId = conversationId;
    this.seen = after;
    this.since = since;
    this.sink = sink;
    this.conversations = conversations;
    this.shown = shown;
    looks = new Looks(executor, this::tell, this::end);
  }

  /** When it was opened, in milliseconds since 1970-01-01 UTC. */
  long since() {
    return since;
  }

  /** Looks for what is new. */
  void look() {
    looks.ask();
  }

  private void tell() {
    try {
      if (!sink.isCancelled()) {
        tellMessages();
        tellThatTheDraftIsGone();
        tellState();
      }
    } catch (StoreUnavailable gone) {
      // The page comes back and finds what it missed.
      end();
    } catch (RuntimeException fault) {
      sink.error(fault);
    }
  }

  private void tellMessages() {
    int told = 0;
    while (!sink.isCancelled() && sink.requestedFromDownstream() > 0) {
      var turns = conversations.shownAfter(conversationId, seen, MOST_AT_ONCE);
      for (var message : shown.messages(turns)) {
        sink.next(Event.of(message).name("message").id(String.valueOf(message.seq())));
        seen = message.seq();
      }
      told += turns.size();
      if (turns.size() < MOST_AT_ONCE) {
        return;
      }
      if (told >= TOO_FAR_BEHIND) {
        sink.next(Event.of(Map.of()).name("reset"));
        sink.complete();
        return;
      }
    }
  }

  // After the messages: the answer takes the draft's place at once.
  private void tellThatTheDraftIsGone() {
    var draft = gone.getAndSet(null);
    if (draft != null) {
      sink.next(Event.of(draft).name("message.deleted"));
    }
  }

  private void tellState() {
    conversations
        .find(conversationId)
        .map(shown::state)
        .filter(now -> !now.equals(state))
        .ifPresent(now -> {
          state = now;
          sink.next(Event.of(now).name("state"));
        });
  }

  /** Somebody writes. */
  @Serdeable
  record Writing(String who, String name, boolean on) {}

  /** Tells that an agent is writing; that the customer is, they know. */
  void typing(Happening.Typing typing) {
    if (typing.author() == Author.AGENT) {
      sink.next(Event.of(new Writing("agent", typing.name(), typing.on())).name("typing"));
    }
  }

  /** A part of an answer is ready. */
  void drafted(Drafts.Piece piece) {
    sink.next(Event.of(piece).name("message.delta"));
  }

  /** All that is ready of an answer, for a page that has come in the middle of it. */
  void snapshot(Drafts.Piece piece) {
    sink.next(Event.of(piece).name("message.snapshot"));
  }

  /** The answer is stored, or there will be none. */
  void draftOver(Drafts.Gone draft) {
    gone.set(draft);
    look();
  }

  /** Gives a sign of life, and looks: the bell may have been missed. */
  void beat() {
    sink.next(Event.of(Map.of()).name("hb").comment("hb"));
    look();
  }

  /** Sends the page away: it comes back at once. */
  void end() {
    sink.next(Event.of(Map.of()).name("reconnect"));
    sink.complete();
  }
}
