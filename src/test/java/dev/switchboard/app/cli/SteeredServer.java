package dev.switchboard.app.cli;

import dev.switchboard.bot.conversation.AgentText;
import dev.switchboard.bot.conversation.AgentTurns;
import dev.switchboard.bot.conversation.Command;
import dev.switchboard.bot.conversation.Conversations;
import dev.switchboard.knowledge.article.Article;
import dev.switchboard.knowledge.article.Articles;
import dev.switchboard.knowledge.article.Content;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A server whose agents and authors sit at its standard input: a line is a command, its words
 * separated by tabs, and is answered by one line.
 */
public final class SteeredServer {
  private SteeredServer() {}

  /** Starts it in the data folder given, with the environment's settings. */
  public static void main(String[] arguments) throws IOException {
    Map<String, Object> settings = new HashMap<>(Application.on(Path.of(arguments[0])));
    settings.put(RunningServer.PORT, RunningServer.ANY_FREE_PORT);
    var server = RunningServer.start(settings, line -> {});
    server.closeWhenTheProcessEnds();
    server.awaitKnowledge(Duration.ofMinutes(2));
    System.out.println("ready at " + server.address());
    var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (var line = in.readLine(); line != null; line = in.readLine()) {
      System.out.println(done(server, List.of(line.split("\t", -1))));
    }
    server.awaitStop();
  }

  private static String done(RunningServer server, List<String> words) {
    return switch (words.getFirst()) {
      case "claim" -> {
        var claim = new Command.Claim(words.get(2));
        yield server.part(Conversations.class).command(words.get(1), claim).toString();
      }
      case "reply" -> {
        var text = new AgentText(words.get(2), words.get(3), words.get(4));
        var outcome = server.part(AgentTurns.class).reply(words.get(1), text);
        yield outcome.getClass().getSimpleName();
      }
      case "publish" -> {
        var faq = new Content.Faq(words.get(2), List.of(), words.get(3));
        server.part(Articles.class).save(Article.of(words.get(1), faq));
        yield "published";
      }
      case "held" -> "held " + SlowEngine.HELD.get();
      default -> "not understood";
    };
  }
}
