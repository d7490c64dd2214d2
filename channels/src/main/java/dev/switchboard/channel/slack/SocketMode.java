package dev.switchboard.channel.slack;

import com.slack.api.bolt.socket_mode.SocketModeApp;
import com.slack.api.socket_mode.SocketModeClient;
import dev.switchboard.channel.slack.api.SlackSettings;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.TaskScheduler;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the connection open over which Slack tells what happens, where no address of ours can be
 * reached from outside.
 *
 * <p>The SDK reconnects by itself, most of the time: a connection that has been silent for two
 * looks is opened anew.
 */
@Singleton
@Requires(property = "switchboard.slack.app-token")
final class SocketMode implements ApplicationEventListener<ServerStartupEvent> {
  private static final Logger LOG = LoggerFactory.getLogger(SocketMode.class);
  private static final Duration LOOKS = Duration.ofSeconds(30);

  private final SlackApp app;
  private final SlackSettings settings;
  private final TaskScheduler scheduler;
  private Optional<SocketModeApp> socket = Optional.empty();
  private int failures;
  private boolean over;

  SocketMode(
      SlackApp app,
      SlackSettings settings,
      @Named(TaskExecutors.SCHEDULED) TaskScheduler scheduler) {
    this.app = app;
    this.settings = settings;
    this.scheduler = scheduler;
  }

  @Override
  public void onApplicationEvent(ServerStartupEvent event) {
    if (settings.isOn()) {
      scheduler.scheduleWithFixedDelay(Duration.ZERO, LOOKS, this::look);
    }
  }

  private synchronized void look() {
    if (over || socket.filter(SocketMode::isAlive).isPresent()) {
      failures = 0;
      return;
    }
    failures++;
    if (socket.isEmpty() || failures > 1) {
      reopen();
    }
  }

  private static boolean isAlive(SocketModeApp socket) {
    try {
      return socket.getClient().verifyConnection();
    } catch (RuntimeException broken) {
      return false;
    }
  }

  private void reopen() {
    close(socket);
    socket = Optional.empty();
    try {
      var opened =
          new SocketModeApp(
              settings.appToken(), SocketModeClient.Backend.JavaWebSocket, app.bolt());
      opened.startAsync();
      socket = Optional.of(opened);
      failures = 0;
    } catch (Exception refused) {
      LOG.warn("no connection for events from Slack: {}", refused.getMessage());
    }
  }

  private static void close(Optional<SocketModeApp> socket) {
    socket.ifPresent(open -> {
      try {
        // The app lets go of its client without closing it, and that would go on to connect.
        var client = open.getClient();
        open.close();
        if (client != null) {
          client.setAutoReconnectEnabled(false);
          client.close();
        }
      } catch (Exception gone) {
        LOG.debug("a connection to Slack was gone already: {}", gone.getMessage());
      }
    });
  }

  @PreDestroy
  synchronized void stop() {
    over = true;
    close(socket);
  }
}
