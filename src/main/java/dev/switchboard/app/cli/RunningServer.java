package dev.switchboard.app.cli;

import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.switchboard.app.wiring.StartingKnowledge;
import dev.switchboard.app.wiring.TeamDial;
import dev.switchboard.bot.conversation.Shift;
import dev.switchboard.bot.node.Relay;
import dev.switchboard.knowledge.IndexFollower;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.ApplicationContext;
import io.micronaut.http.server.exceptions.ServerStartupException;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.BindException;
import java.net.URI;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/** The whole application, listening; closing it closes every bean. */
final class RunningServer implements AutoCloseable {
  static final String PORT = "micronaut.server.port";
  static final int ANY_FREE_PORT = -1;
  static final String HOST = "micronaut.server.host";

  // Reactor makes a queue of 256 for every open stream, and nearly all of them are quiet.
  private static final String QUEUE = "reactor.bufferSize.small";
  private static final String SHORT = "16";

  private final ApplicationContext context;
  private final EmbeddedServer server;
  private final IndexFollower follower;
  private final CountDownLatch stopped = new CountDownLatch(1);

  private RunningServer(ApplicationContext context) {
    this.context = context;
    this.server = context.getBean(EmbeddedServer.class);
    this.follower = context.getBean(IndexFollower.class);
  }

  /**
   * Starts the application; what it knows is indexed in the background from then on.
   *
   * @param settings win over the environment and application.yml
   * @param tell hears, a line at a time, what the person who started it should know
   * @throws Failure when the address cannot be had
   */
  static RunningServer start(Map<String, Object> settings, Consumer<String> tell) {
    System.getProperties().putIfAbsent(QUEUE, SHORT);
    ApplicationContext context = Application.start(settings);
    try {
      // It loads in the background: the sooner it begins, the better.
      context.getBean(EmbeddingModel.class);
      RunningServer running = new RunningServer(context);
      // Made on first use otherwise: the first scrape would be empty, and the first minutes lost.
      context.getBean(MeterRegistry.class);
      running.open(context.getBean(StartingKnowledge.class), tell);
      context.getBean(Shift.class).start();
      context.findBean(Relay.class).ifPresent(Relay::start);
      // Made on first use otherwise: what is wrong would be told after the first probe only.
      context.getBeansOfType(HealthIndicator.class);
      return running;
    } catch (RuntimeException fault) {
      context.close();
      throw fault;
    }
  }

  /** Whether it has not been closed, and nobody wants this thread to end. */
  boolean isRunning() {
    return stopped.getCount() > 0 && !Thread.currentThread().isInterrupted();
  }

  /** Waits until it answers from all it knows; false when the time is over before. */
  boolean awaitKnowledge(Duration time) {
    return follower.await(time);
  }

  /** Sets the threshold by the team's labelled questions, where there are any, and says so. */
  Optional<String> setDial() {
    return context.getBean(TeamDial.class).set();
  }

  /** Where it can be reached, for a browser on this machine. */
  URI address() {
    return server.getURI();
  }

  /** Where its data is kept; nowhere when it is held in memory. */
  Optional<Path> dataFolder() {
    return context.containsProperty(StartingKnowledge.PATH)
        ? Optional.empty()
        : Optional.of(Path.of(setting(Application.DATA)));
  }

  /** One of its beans. */
  <T> T part(Class<T> type) {
    return context.getBean(type);
  }

  /** Lets Ctrl-C and SIGTERM close the server before the process ends. */
  void closeWhenTheProcessEnds() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::close, "stop-server"));
  }

  /** Waits until the server was closed; an interrupt ends the waiting as well. */
  void awaitStop() {
    try {
      stopped.await();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    context.close();
    stopped.countDown();
  }

  // What is stored is looked through while the server gets ready to listen. Where something is
  // still
  // to be loaded, the address comes first: without it, nothing of the data is touched.
  private void open(StartingKnowledge knowledge, Consumer<String> tell) {
    if (knowledge.isStored()) {
      follower.start();
      listen();
    } else {
      listen();
      knowledge.load(tell);
      follower.start();
    }
  }

  private void listen() {
    // Asked for now, because a server that fails to start takes its settings with it.
    String wanted = "%s port %s".formatted(setting(HOST), setting(PORT));
    try {
      server.start();
    } catch (ServerStartupException fault) {
      throw switch (fault.getCause()) {
        case BindException taken -> notToBeHad(wanted, String.valueOf(taken.getMessage()), taken);
        case UnresolvedAddressException unknown ->
            notToBeHad(wanted, "there is no such address", unknown);
        case null, default -> fault;
      };
    }
  }

  private String setting(String name) {
    return context.getRequiredProperty(name, String.class);
  }

  private static Failure notToBeHad(String wanted, String reason, Exception fault) {
    return new Failure(
        "cannot listen on %s: %s; choose another with --host or --port"
            .formatted(wanted, OneLineReason.oneLine(reason)),
        fault);
  }
}
