package dev.switchboard.channel.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.switchboard.channel.slack.sandbox.SlackSandbox;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SocketModeTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String WATCHING = "session-monitor";

  @Test
  void connectsNoMoreWhenTheServerHasStopped() {
    try (var slack = SlackSandbox.start(0, Clock.systemUTC(), new SecureRandom())) {
      long before = watching();
      var settings = new HashMap<String, Object>(slack.settings());
      settings.remove("switchboard.slack.signing-secret");
      settings.put("switchboard.slack.app-token", slack.appToken());
      settings.put(
          "datasources.default.url",
          "jdbc:h2:mem:socket-mode;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE"
              + ";DEFAULT_NULL_ORDERING=HIGH");
      try (var server = ApplicationContext.run(EmbeddedServer.class, settings)) {
        assertThat(server.isRunning()).isTrue();
        await().atMost(PATIENCE).until(slack::isConnected);
        assertThat(watching()).isGreaterThan(before);
      }

      await().atMost(PATIENCE).untilAsserted(() -> assertThat(watching()).isEqualTo(before));
    }
  }

  private static long watching() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().contains(WATCHING))
        .count();
  }
}
