package dev.switchboard.app.bench.load;

import dev.switchboard.app.bench.Together;
import dev.switchboard.app.bench.chat.Page;
import dev.switchboard.app.bench.chat.Page.Sent;
import dev.switchboard.app.bench.chat.Pause;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

/** Makes visitors, each with a conversation that has begun. */
final class Visitors {
  private static final int AT_ONCE = 16;
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final Duration AGAIN_AFTER = Duration.ofSeconds(1);
  private static final String FIRST = "Thank you!";

  private Visitors() {}

  static List<Visitor> make(URI server, int count) {
    return Together.run(
            IntStream.range(0, AT_ONCE)
                .mapToObj(share -> (Callable<List<Visitor>>) () -> share(server, share, count))
                .toList())
        .stream()
        .flatMap(List::stream)
        .toList();
  }

  private static List<Visitor> share(URI server, int share, int count) throws IOException {
    var made = new ArrayList<Visitor>();
    try (var page = new Page(server)) {
      for (int number = share; number < count; number += AT_ONCE) {
        var token = page.begin();
        made.add(new Visitor(token, converse(page, token)));
      }
    }
    return made;
  }

  // So many come at once that the server sends some of them back for a while.
  private static String converse(Page page, String token) throws IOException {
    for (long end = System.nanoTime() + PATIENCE.toNanos(); System.nanoTime() < end; ) {
      switch (page.send(token, "new", "first", FIRST)) {
        case Sent.Stored(var conversation, _) -> {
          return conversation;
        }
        case Sent.Busy _ -> Pause.of(AGAIN_AFTER);
        case Sent.Failed(var status, var body) ->
            throw new IOException(
                "the server did not take a first message: " + status + " " + body);
      }
    }
    throw new IOException("the server was too busy for a first message");
  }
}
