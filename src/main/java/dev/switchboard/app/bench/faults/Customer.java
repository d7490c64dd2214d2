package dev.switchboard.app.bench.faults;

import dev.switchboard.app.bench.chat.Page;
import dev.switchboard.app.bench.chat.Page.Sent;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Somebody who writes as fast as the server takes it, one conversation after the other, over all
 * its restarts: each message is sent again until it is acknowledged, and some once more after that.
 */
final class Customer implements Runnable {
  // A visitor may write twenty in a minute.
  private static final int MOST_MESSAGES = 8;
  private static final int AGAIN_ONE_IN = 4;
  private static final List<String> TEXTS =
      List.of(
          "How long does delivery take?",
          "Can I return shoes that I have worn?",
          "Thank you!",
          "and to Austria?",
          "Do you sell dragons?",
          "I want to talk to a person");

  private final String name;
  private final Crowd crowd;
  private final RandomGenerator random;
  private final PatientPage page;

  Customer(String name, Crowd crowd, RandomGenerator random) {
    this.name = name;
    this.crowd = crowd;
    this.random = random;
    page = new PatientPage(crowd);
  }

  @Override
  public void run() {
    try (page) {
      for (int number = 0; !crowd.isStopping(); number++) {
        converse(name + "-" + number);
      }
    }
  }

  private void converse(String id) {
    page.ask(open -> Optional.of(open.begin())).ifPresent(token -> converse(id, token));
  }

  private void converse(String id, String token) {
    int messages = 1 + random.nextInt(MOST_MESSAGES);
    var follower = Optional.<Follower>empty();
    var conversation = "new";
    long last = 0;
    for (int number = 0; number < messages && (number == 0 || !crowd.isStopping()); number++) {
      var stored = write(token, conversation, id + "-" + number);
      if (stored.isEmpty()) {
        break;
      }
      conversation = stored.get().conversation();
      last = stored.get().seq();
      if (number == 0) {
        follower = Optional.of(crowd.follow(token, conversation));
      }
    }
    long seen = last;
    follower.ifPresent(following -> following.last(seen));
  }

  private Optional<Sent.Stored> write(String token, String conversation, String clientId) {
    var text = TEXTS.get(random.nextInt(TEXTS.size()));
    var stored = page.ask(open -> send(open, token, conversation, clientId, text));
    stored.ifPresent(first -> {
      crowd
          .journal()
          .acknowledge(new Acknowledged(token, first.conversation(), first.seq(), clientId, text));
      if (random.nextInt(AGAIN_ONE_IN) == 0) {
        page.ask(open -> send(open, token, first.conversation(), clientId, text))
            .filter(again -> !again.equals(first))
            .ifPresent(other -> crowd.journal().doubled());
      }
    });
    return stored;
  }

  private Optional<Sent.Stored> send(
      Page open, String token, String conversation, String clientId, String text)
      throws IOException {
    return switch (open.send(token, conversation, clientId, text)) {
      case Sent.Stored stored -> Optional.of(stored);
      case Sent.Busy _ -> Optional.empty();
      case Sent.Failed(var status, var body) -> {
        crowd.journal().fail(status + " " + body);
        yield Optional.empty();
      }
    };
  }
}
