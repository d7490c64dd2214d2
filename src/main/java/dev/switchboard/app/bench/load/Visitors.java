package dev.switchboard.app.bench.load;

import dev.switchboard.app.bench.Together;
import dev.switchboard.app.bench.chat.Page;
import dev.switchboard.app.bench.chat.Page.Sent;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

/** Makes visitors, each with a conversation that has begun. */
final class Visitors {
  private static final int AT_ONCE = 16;
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
        if (page.send(token, "new", "first", FIRST) instanceof Sent.Stored(var conversation, _)) {
          made.add(new Visitor(token, conversation));
        } else {
          throw new IOException("the server did not take a first message");
        }
      }
    }
    return made;
  }
}
