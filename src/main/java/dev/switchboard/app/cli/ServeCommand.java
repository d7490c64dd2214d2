package dev.switchboard.app.cli;

import dev.switchboard.app.shop.DemoShop;
import dev.switchboard.app.wiring.StartingKnowledge;
import dev.switchboard.bot.store.StoreDefaults;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code serve}: starts the server and keeps it running until it is told to stop. */
@Command(
    name = "serve",
    description = {
      "Start the server: the chat widget, the studio, the desk and the API.",
      "Where there is no knowledge yet, a small sample is loaded, so that there is something to"
          + " ask."
    },
    footer = {
      "",
      "Stop it with Ctrl-C or SIGTERM: it finishes what it is answering, then ends.",
      "",
      "  switchboard serve                              try it out",
      "  switchboard serve --knowledge faq.csv          look at your own FAQ, keep nothing",
      "  switchboard serve --slack-sandbox              try the desk in Slack without Slack",
      "  switchboard serve --model-sandbox              try models without a key",
      "  switchboard serve --model-sandbox --demo-shop  try the bot's tools in a shop",
      "  switchboard serve --host 0.0.0.0 --port 80     open it to the network"
    })
final class ServeCommand implements Runnable {
  private static final int HIGHEST_PORT = 65_535;
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  @Spec private CommandSpec spec;

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "Port to listen on, 0 for any free one. Default: 8080.")
  private @Nullable Integer port;

  @Option(
      names = "--host",
      paramLabel = "NAME",
      description = {
        "Address to listen on. Default: 127.0.0.1, which only this machine reaches.",
        "0.0.0.0 opens the server to the network: put a proxy with TLS in front of it."
      })
  private @Nullable String host;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Where knowledge and conversations are kept. Default: ./data.")
  private @Nullable Path data;

  @Option(
      names = "--knowledge",
      paramLabel = "PATH",
      description = "Answer from this CSV, file or folder, held in memory; --data is not touched.")
  private @Nullable Path knowledge;

  @Option(
      names = "--reset-link",
      paramLabel = "EMAIL",
      description = {
        "Also make a link by which this person of the team chooses a new password.",
        "It comes on the terminal, or in a file in the data folder where there is none."
      })
  private @Nullable String lost;

  @Option(
      names = "--slack-sandbox",
      description = {
        "Also start a stand-in for Slack on this machine, to try the desk in Slack without Slack.",
        "Two agents without a password play in it as long as it runs."
      })
  private boolean slackSandbox;

  @Option(
      names = "--model-sandbox",
      description = {
        "Also start a stand-in for a provider of models on this machine, with the models mini and",
        "large and all the ways in which providers fail (fault-stalled, fault-rate-limited, …)."
      })
  private boolean modelSandbox;

  @Option(
      names = "--demo-shop",
      description = {
        "Also open a shop on this machine, whose customers sign in and have orders: the bot looks them",
        "up and registers returns, with a model that uses tools. Try it with --model-sandbox."
      })
  private boolean demoShop;

  @Override
  public void run() {
    var settings = settings();
    var stage = slackSandbox ? Optional.of(SlackStage.set(settings)) : Optional.<SlackStage>empty();
    var models =
        modelSandbox ? Optional.of(ModelStage.set(settings)) : Optional.<ModelStage>empty();
    var shop = demoShop ? Optional.of(DemoShop.set(settings)) : Optional.<DemoShop>empty();
    try (RunningServer server = RunningServer.start(settings, this::tell)) {
      server.closeWhenTheProcessEnds();
      letIn(new WayIn(server));
      stage.ifPresentOrElse(set -> set.open(server), () -> SlackStage.dismiss(server));
      announce(server);
      stage.ifPresent(set -> tell("A stand-in for Slack is at " + set.page()));
      shop.ifPresent(set -> {
        set.show(server.address());
        tell("A shop to try the bot’s tools in is at " + set.page());
      });
      models.ifPresent(set -> set.hints(server.address()).forEach(this::tell));
      server.awaitStop();
    } finally {
      shop.ifPresent(DemoShop::close);
      models.ifPresent(ModelStage::close);
      stage.ifPresent(SlackStage::close);
    }
  }

  /** Only what was given: the rest comes from the environment and application.yml. */
  private Map<String, Object> settings() {
    if (port != null && (port < 0 || port > HIGHEST_PORT)) {
      throw new ParameterException(spec.commandLine(), "--port must be 0 to " + HIGHEST_PORT);
    }
    Map<String, Object> given = new HashMap<>();
    if (port != null) {
      given.put(RunningServer.PORT, port == 0 ? RunningServer.ANY_FREE_PORT : port);
    }
    if (host != null) {
      given.put(RunningServer.HOST, host);
    }
    if (data != null) {
      given.put(Application.DATA, data.toString());
    }
    if (knowledge != null) {
      given.put(StartingKnowledge.PATH, KnowledgePath.existing(knowledge).toString());
      given.put(Application.DATABASE, StoreDefaults.inMemory("passing-" + UUID.randomUUID()));
    }
    return given;
  }

  private void letIn(WayIn way) {
    var link = PrivateLink.of(way.folder(), this::tell);
    way.offerSetup(link);
    if (lost != null) {
      way.offerReset(lost, link);
    }
  }

  private void announce(RunningServer server) {
    boolean ready = server.awaitKnowledge(PATIENCE);
    if (!ready) {
      tell("Listening at " + server.address() + ", and still indexing what there is to know");
    }
    while (!ready) {
      // In pieces: a server that is stopped meanwhile never becomes ready.
      if (!server.isRunning()) {
        return;
      }
      ready = server.awaitKnowledge(PATIENCE);
    }
    server.setDial().ifPresent(this::tell);
    tell("Switchboard is ready at " + server.address() + " (Ctrl-C stops it)");
  }

  private void tell(String line) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(Printable.of(line));
    out.flush();
  }
}
