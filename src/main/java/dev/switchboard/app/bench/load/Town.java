package dev.switchboard.app.bench.load;

import dev.switchboard.app.bench.Host;
import dev.switchboard.app.bench.Scratch;
import dev.switchboard.app.bench.chat.Pause;
import dev.switchboard.app.bench.store.Database;
import dev.switchboard.bot.conversation.Author;
import dev.switchboard.bot.conversation.Command.Claim;
import dev.switchboard.bot.conversation.Conversations;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;

/** A database in which visitors have begun conversations; servers start on it. */
final class Town implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final String AGENT = "Ada";

  private final Host host;
  private final Database database;
  private final Scratch scratch = Scratch.make();

  Town(Host host, Database database) {
    this.host = host;
    this.database = database;
  }

  Path data() {
    return scratch.path("data");
  }

  Database database() {
    return database;
  }

  /** A server in this process. */
  Host.Server inside() {
    var settings = new HashMap<String, Object>(database.settings());
    settings.put(LoadServer.LIMIT, LoadServer.NO_LIMIT);
    return host.start(data(), settings);
  }

  /** A server in another process. */
  LoadServer outside() throws IOException {
    return LoadServer.start(data(), database);
  }

  /** So many visitors, each with a conversation in which the bot has replied once. */
  List<Visitor> people(int count) throws IOException {
    try (var server = inside()) {
      return people(server, count);
    }
  }

  /** The same, and an agent has their conversations. */
  List<Visitor> withAgent(int count) throws IOException {
    try (var server = inside()) {
      var people = people(server, count);
      var conversations = server.part(Conversations.class);
      people.forEach(each -> conversations.command(each.conversation(), new Claim(AGENT)));
      return people;
    }
  }

  private static List<Visitor> people(Host.Server server, int count) throws IOException {
    var people = Visitors.make(server.address(), count);
    var conversations = server.part(Conversations.class);
    for (var each : people) {
      if (!Pause.until(() -> isAnswered(conversations, each), PATIENCE)) {
        throw new IOException("the bot does not reply");
      }
    }
    return people;
  }

  private static boolean isAnswered(Conversations conversations, Visitor visitor) {
    return conversations.shownAfter(visitor.conversation(), 1, 1).stream()
        .anyMatch(turn -> turn.author() == Author.BOT);
  }

  @Override
  public void close() {
    scratch.close();
  }
}
