package dev.switchboard.channel.desk;

import dev.switchboard.bot.conversation.Cases;
import dev.switchboard.bot.conversation.Conversations;
import dev.switchboard.bot.conversation.Happening;
import dev.switchboard.bot.store.StoreUnavailable;
import dev.switchboard.channel.live.Looks;
import io.micronaut.http.sse.Event;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.FluxSink;

/**
 * An open page of an agent: it is told what changes in the list, and what is new in the case that
 * it shows. It holds no thread in between.
 */
final class DeskStream {
  private static final int MOST_AT_ONCE = 100;

  private final Watch watch;
  private final FluxSink<Event<?>> sink;
  private final Board board;
  private final Cases cases;
  private final Conversations conversations;
  private final CaseReader reader;
  private final Looks looks;
  // Only the thread that looks reads and writes these two.
  private long seen;
  private @Nullable ShownCase shown;
  private String revision;

  DeskStream(
      Watch watch,
      FluxSink<Event<?>> sink,
      Executor executor,
      Board board,
      Cases cases,
      Conversations conversations,
      CaseReader reader) {
    this.watch = watch;
    this.sink = sink;
    this.board = board;
    this.cases = cases;
    this.conversations = conversations;
    this.reader = reader;
    seen = watch.after();
    revision = watch.revision();
    looks = new Looks(executor, this::tell, this::end);
  }

  Watch watch() {
    return watch;
  }

  /** Looks for what is new in the case. */
  void look() {
    looks.ask();
  }

  private void tell() {
    try {
      if (!sink.isCancelled() && sink.requestedFromDownstream() > 0) {
        catchUp();
        if (!watch.caseId().isEmpty()) {
          tellTurns();
          tellCase();
        }
      }
    } catch (StoreUnavailable gone) {
      // The page comes back and finds what it missed.
      end();
    } catch (RuntimeException fault) {
      sink.error(fault);
    }
  }

  /** Tells what has changed in the list; a page that lags behind gets the whole list later. */
  synchronized void tell(Board.News news) {
    if (revision.equals(news.from()) && sink.requestedFromDownstream() > 0) {
      revision = news.to();
      sink.next(Event.of(news.json()).name("list"));
    } else if (!revision.equals(news.to())) {
      looks.ask();
    }
  }

  private synchronized void catchUp() {
    if (!revision.equals(board.revision())) {
      var all = board.all();
      revision = all.revision();
      sink.next(Event.of(all.json()).name("list"));
    }
  }

  private void tellTurns() {
    var turns = conversations.turnsAfter(watch.caseId(), seen, MOST_AT_ONCE);
    for (var turn : reader.shown(turns)) {
      sink.next(Event.of(turn).name("turn").id(String.valueOf(turn.seq())));
      seen = turn.seq();
    }
    if (turns.size() == MOST_AT_ONCE) {
      looks.ask();
    }
  }

  private void tellCase() {
    cases
        .file(watch.caseId())
        .map(reader::shown)
        .filter(now -> !now.equals(shown))
        .ifPresent(now -> {
          shown = now;
          sink.next(Event.of(now).name("case"));
        });
  }

  /** Somebody writes. */
  @Serdeable
  record Writing(String who, String name, boolean on) {}

  void typing(Happening.Typing typing) {
    var who = typing.author().name().toLowerCase(Locale.ROOT);
    sink.next(Event.of(new Writing(who, typing.name(), typing.on())).name("typing"));
  }

  /** Gives a sign of life, and looks: the bell may have been missed. */
  void beat() {
    sink.next(Event.of(Map.of()).name("hb").comment("hb"));
    look();
  }

  /** Tells that nobody is signed in any more. */
  void signOut() {
    sink.next(Event.of(Map.of()).name("signed-out"));
    sink.complete();
  }

  /** Sends the page away: it comes back at once. */
  void end() {
    sink.next(Event.of(Map.of()).name("reconnect"));
    sink.complete();
  }
}
