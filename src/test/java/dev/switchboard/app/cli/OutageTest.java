package dev.switchboard.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.switchboard.app.node.Customer;
import dev.switchboard.app.node.Postgres;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A PostgreSQL server that goes away and comes back, under a server that stays. */
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(180)
class OutageTest {
  private static final Duration LONG = Duration.ofSeconds(60);
  // A request waits two seconds for a connection, and four for an answer on one.
  private static final Duration LONGEST_ANSWER = Duration.ofSeconds(7);

  private Postgres postgres;
  private RunningServer server;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    postgres = new Postgres(folder.resolve("postgres"));
    var settings = new HashMap<>(postgres.settings());
    settings.putAll(Application.on(Files.createDirectories(folder.resolve("data"))));
    settings.put(RunningServer.PORT, RunningServer.ANY_FREE_PORT);
    server = RunningServer.start(settings, line -> {});
    assertThat(server.awaitKnowledge(Duration.ofMinutes(2))).isTrue();
  }

  @AfterAll
  void stop() throws Exception {
    server.close();
    postgres.close();
  }

  @Test
  void refusesWhileTheDatabaseIsAwayAndGoesOnWhenItIsBack() throws Exception {
    var customer = Customer.at(server.address());
    assertThat(send(customer, "m1").statusCode()).isEqualTo(201);
    awaitReady(200);

    postgres.stop();

    for (int i = 0; i < 3; i++) {
      long sent = System.nanoTime();
      var refused = send(customer, "m2");
      assertThat(refused.statusCode()).isEqualTo(503);
      assertThat(refused.headers().firstValue("Retry-After")).isPresent();
      assertThat(Duration.ofNanos(System.nanoTime() - sent)).isLessThan(LONGEST_ANSWER);
    }
    awaitReady(503);
    assertThat(new Visitor(server).get("/health/liveness").statusCode()).isEqualTo(200);
    assertThat(new Visitor(server).get("/prometheus").body())
        .contains("switchboard_messages_waiting{of=\"bot\"} NaN");

    postgres.startAgain();

    await().atMost(LONG).until(() -> Customer.isStored(send(customer, "m2")));
    awaitReady(200);
    await()
        .atMost(LONG)
        .untilAsserted(() -> assertThat(customer.messages(server.address())).hasSize(4));
  }

  @Test
  void goesOnWhenAllConnectionsWereCut() throws Exception {
    var customer = Customer.at(server.address());
    send(customer, "m1");
    postgres.execute(
        """
        select pg_terminate_backend(pid) from pg_stat_activity
        where pid <> pg_backend_pid() and application_name like 'switchboard%'
        """);

    var answer = send(customer, "m2");

    assertThat(answer.statusCode()).isIn(201, 503);
    await().atMost(LONG).until(() -> Customer.isStored(send(customer, "m2")));
  }

  private HttpResponse<String> send(Customer customer, String id) throws Exception {
    return customer.send(server.address(), id, "How long do refunds take?");
  }

  private void awaitReady(int status) {
    await()
        .atMost(LONG)
        .until(() -> new Visitor(server).get("/health/readiness").statusCode() == status);
  }
}
