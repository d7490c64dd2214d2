package dev.switchboard.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import dev.switchboard.bot.node.Relay;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;

/** Two processes on one database, but for the processes. */
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(60)
class NodesTest {
  private static final Duration SOON = Duration.ofSeconds(20);

  private static final String LISTENERS =
      "from pg_stat_activity where application_name = 'switchboard listens'";

  private final PostgresServer server = new PostgresServer();
  private Store here;
  private Store there;
  private final List<Happening> heard = new CopyOnWriteArrayList<>();
  private final List<Happening> echoed = new CopyOnWriteArrayList<>();

  @BeforeEach
  void open() {
    here = node();
    there = node();
    there.empty();
    heard.clear();
    echoed.clear();
    there.bean(Bell.class).listen(heard::add);
    here.bean(Bell.class).listen(echoed::add);
  }

  private Store node() {
    return new Store(server.configuration(), new SecureRandom(), false);
  }

  @AfterEach
  void close() {
    here.close();
    there.close();
  }

  @AfterAll
  void stop() throws IOException {
    server.close();
  }

  @Test
  void whatRingsInOneRingsInTheOther() {
    join();
    var typing = new Happening.Typing("c1", Author.AGENT, "Ada B. \u00c9\n x", true);

    here.bean(Bell.class).ring(typing);
    var id = accept(here, "m1").conversationId();

    await().atMost(SOON).until(() -> heard.contains(new Happening.Changed(id)));
    assertThat(heard).contains(typing);
  }

  @Test
  void itsOwnNotificationsAreNotRungTwice() {
    join();
    var bell = here.bean(Bell.class);
    var mine = new Happening.Typing("c1", Author.AGENT, "Ada", true);
    var theirs = new Happening.Typing("c2", Author.AGENT, "Bob", true);

    bell.ring(mine);
    await().atMost(SOON).until(() -> heard.contains(mine));
    there.bean(Bell.class).ring(theirs);
    await().atMost(SOON).until(() -> echoed.contains(theirs));

    // What Bob's process said came after any echo of what Ada's had said.
    assertThat(echoed).containsExactly(mine, theirs);
  }

  @Test
  void manyHappeningsArriveAlthoughOneNotificationCannotHoldThem() {
    join();
    var ids = new CopyOnWriteArrayList<Happening>();
    for (int i = 0; i < 1_000; i++) {
      ids.add(new Happening.Changed("conversation-of-a-customer-%06d".formatted(i)));
    }

    ids.forEach(here.bean(Bell.class)::ring);

    await().atMost(SOON).until(() -> Set.copyOf(heard).containsAll(ids));
  }

  @Test
  void aChangeIsSeenAlthoughNobodyTellsOfIt() {
    there.bean(Relay.class).start();

    var id = accept(here, "m1").conversationId();

    await().atMost(SOON).until(() -> heard.contains(new Happening.Changed(id)));
  }

  @Test
  void itListensAgainAfterItsConnectionWasCut() {
    join();
    server.execute("select pg_terminate_backend(pid) " + LISTENERS);
    await().atMost(SOON).until(() -> there.bean(Relay.class).trouble().isPresent());

    var whileDeaf = accept(here, "m1").conversationId();

    await().atMost(SOON).until(() -> heard.contains(new Happening.Changed(whileDeaf)));
    await().atMost(SOON).until(() -> there.bean(Relay.class).trouble().isEmpty());
    var typing = new Happening.Typing("c1", Author.AGENT, "Ada", true);
    await()
        .atMost(SOON)
        .until(() -> {
          here.bean(Bell.class).ring(typing);
          return heard.contains(typing);
        });
  }

  @Test
  void theDatabasesTimeCountsForAll() {
    var time = here.bean(Clock.class).instant();

    assertThat(there.bean(Clock.class).instant()).isCloseTo(time, within(1, ChronoUnit.SECONDS));
    long database = here.number("select (extract(epoch from clock_timestamp()) * 1000)::bigint");
    assertThat(here.bean(Clock.class).millis()).isCloseTo(database, within(1_000L));
  }

  @Test
  void nobodyRepliesTwiceEvenWhereClocksDiffer() {
    try (var slow = new Store(server.configuration());
        var fast = new Store(server.configuration())) {
      fast.clock.advance(Duration.ofMinutes(10));
      var id = accept(slow, "m1").conversationId();
      // To the fast clock the lease of the slow one is over at once.
      slow.shelf.meanwhile.add(
          () -> assertThat(fast.worker.next()).contains(Worker.Outcome.REPLIED));

      assertThat(slow.worker.next()).contains(Worker.Outcome.SUPERSEDED);

      assertThat(slow.conversations.transcript(id))
          .extracting(Turn::author)
          .containsExactly(Author.CUSTOMER, Author.BOT);
    }
  }

  private void join() {
    for (var node : List.of(here, there)) {
      node.bean(Relay.class).start();
    }
    for (var node : List.of(here, there)) {
      await().atMost(SOON).until(() -> node.bean(Relay.class).trouble().isEmpty());
    }
  }

  private static Turn accept(Store store, String externalId) {
    return store.inbox.accept(
        new Incoming("web", "ada", externalId, "How long does delivery take?"));
  }
}
