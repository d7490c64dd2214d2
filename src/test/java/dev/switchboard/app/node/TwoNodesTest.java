package dev.switchboard.app.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Two processes on one PostgreSQL: a customer at one, an agent at the other, which is killed. */
@DisabledOnOs(OS.WINDOWS)
@Timeout(180)
class TwoNodesTest {
  private static final Duration LONG = Duration.ofSeconds(60);
  // Streams look by themselves every 15 seconds: what comes sooner was told.
  private static final Duration BEFORE_THE_HEARTBEAT = Duration.ofSeconds(10);

  @TempDir static Path folder;
  private static Postgres postgres;
  private static NodeProcess agents;
  private static NodeProcess customers;

  @BeforeAll
  static void start() throws Exception {
    postgres = new Postgres(folder.resolve("postgres"));
    var environment = new HashMap<>(postgres.environment());
    customers = NodeProcess.start(data("customers"), environment);
    environment.put("TEST_SLOW_ENGINE", "true");
    agents = NodeProcess.start(data("agents"), environment);
  }

  private static Path data(String name) throws Exception {
    return Files.createDirectories(folder.resolve(name));
  }

  @AfterAll
  static void stop() throws Exception {
    agents.close();
    customers.close();
    postgres.close();
  }

  @Test
  void nothingIsLostWhenTheNodeOfTheAgentIsKilled() throws Exception {
    var here = customers.address();
    var customer = Customer.at(here);
    var lines = Customer.lines();
    customer.send(here, "m1", "I want to talk to a person");
    customer.listen(here, lines);
    awaitLine(lines, "queued", LONG);

    assertThat(agents.tell("claim", customer.conversation(), "Ada")).contains("WithAgent");
    awaitLine(lines, "Ada", BEFORE_THE_HEARTBEAT);
    assertThat(agents.tell("reply", customer.conversation(), "Ada", "k1", "Hello from afar"))
        .isEqualTo("Stored");
    awaitLine(lines, "Hello from afar", BEFORE_THE_HEARTBEAT);
    publishedThereIsFoundHere(here);
    var left = leftAlone(here);

    agents.kill();

    customer.send(here, "m2", "Are you still there?");
    customer.send(here, "m2", "Are you still there?");
    assertThat(customers.tell("reply", customer.conversation(), "Ada", "k2", "Here again"))
        .isEqualTo("Stored");
    awaitLine(lines, "Here again", BEFORE_THE_HEARTBEAT);
    assertThat(customer.messages(here))
        .hasSize(5)
        .startsWith("customer: I want to talk to a person")
        .endsWith("agent: Hello from afar", "customer: Are you still there?", "agent: Here again");

    // As after a minute: what the dead one had taken can be taken again.
    assertThat(postgres.execute("update conversation set work_due_at = work_due_at - 60000"))
        .isPositive();
    await().atMost(LONG).untilAsserted(() -> assertThat(left.messages(here)).hasSize(2));
  }

  /** A customer whose message the agents' node has taken and will never come to an end with. */
  private static Customer leftAlone(URI here) throws Exception {
    for (int i = 0; i < 40; i++) {
      var customer = Customer.at(here);
      customer.send(agents.address(), "m1", "Please think for ever");
      await()
          .atMost(LONG)
          .until(
              () -> !agents.tell("held").equals("held 0") || customer.messages(here).size() == 2);
      if (!agents.tell("held").equals("held 0")) {
        return customer;
      }
    }
    throw new AssertionError("the agents' node takes nothing");
  }

  private static void publishedThereIsFoundHere(URI here) throws Exception {
    agents.tell("publish", "zebra", "How do I groom a zebra?", "With a soft brush.");
    var asked =
        HttpRequest.newBuilder(here.resolve("/api/v1/ask"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString("{\"question\":\"How do I groom a zebra?\"}"))
            .build();
    try (var http = HttpClient.newHttpClient()) {
      await()
          .atMost(BEFORE_THE_HEARTBEAT)
          .pollInterval(Duration.ofMillis(100))
          .until(() -> http.send(asked, BodyHandlers.ofString()).body().contains("soft brush"));
    }
  }

  private static void awaitLine(Queue<String> lines, String part, Duration longest) {
    await()
        .atMost(longest)
        .pollInterval(Duration.ofMillis(20))
        .until(() -> List.copyOf(lines).stream().anyMatch(line -> line.contains(part)));
  }
}
