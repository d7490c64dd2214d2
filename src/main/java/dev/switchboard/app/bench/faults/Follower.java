package dev.switchboard.app.bench.faults;

import dev.switchboard.app.bench.chat.Events;
import dev.switchboard.app.bench.chat.Page;
import dev.switchboard.app.bench.chat.Pause;
import java.io.IOException;

/** The open page of one conversation, over all restarts: it comes back with the last it has. */
final class Follower implements Runnable {
  private final Crowd crowd;
  private final String token;
  private final String conversation;
  private long seen;
  private volatile long last = Long.MAX_VALUE;

  Follower(Crowd crowd, String token, String conversation) {
    this.crowd = crowd;
    this.token = token;
    this.conversation = conversation;
  }

  /** The customer has written no more after the message of this number. */
  void last(long seq) {
    last = seq;
  }

  @Override
  public void run() {
    while (seen < last && !crowd.isOver()) {
      try (var page = new Page(crowd.server())) {
        follow(page.follow(token, conversation, seen));
      } catch (IOException cutOff) {
        Pause.brief();
      }
    }
  }

  private void follow(Events events) throws IOException {
    for (var event = events.next();
        event.isPresent() && seen < last && !crowd.isOver();
        event = events.next()) {
      event.filter(Events.Event::isMessage).ifPresent(this::note);
    }
  }

  private void note(Events.Event message) {
    if (message.id() <= seen) {
      crowd.journal().doubled();
    } else if (message.id() != seen + 1) {
      crowd.journal().outOfTurn();
    }
    seen = Math.max(seen, message.id());
  }
}
