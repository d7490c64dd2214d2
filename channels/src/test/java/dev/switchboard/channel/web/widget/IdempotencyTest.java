package dev.switchboard.channel.web.widget;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.bot.conversation.Author;
import dev.switchboard.bot.conversation.Conversations;
import dev.switchboard.bot.conversation.Inbox;
import dev.switchboard.bot.conversation.Incoming;
import io.micronaut.context.annotation.Property;
import io.micronaut.json.JsonMapper;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same client id is the same message: one effect, one answer. */
@MicronautTest(transactional = false)
@Property(name = "datasources.default.url", value = IdempotencyTest.DATABASE)
@Property(name = "switchboard.widget.requests-per-minute", value = "100000")
@Timeout(60)
class IdempotencyTest {
  static final String DATABASE =
      "jdbc:h2:mem:idempotency;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
          + ";DB_CLOSE_DELAY=-1";

  @Inject EmbeddedServer server;
  @Inject JsonMapper json;
  @Inject Conversations conversations;
  @Inject Inbox inbox;
  private Page page;

  @BeforeEach
  void visit() {
    page = new Page(server.getURI(), json);
    page.visit();
  }

  @Test
  void answersTheSameHoweverOftenItIsSentAtOnce() throws Exception {
    var answers = atOnce(Limits.MESSAGES_A_MINUTE - 2, () -> page.send("new", "k1", "hello"));

    assertThat(answers).filteredOn(answer -> answer.statusCode() == 201).hasSize(1);
    assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(200, 201);
    assertThat(answers).extracting(HttpResponse::body).containsOnly(answers.getFirst().body());
    assertThat(written(conversation(answers.getFirst()))).isEqualTo(1);
  }

  @Test
  void hasOneEffectOfFiftyAtOnceForEachOfManyKeys() throws Exception {
    for (int key = 0; key < 40; key++) {
      var incoming = new Incoming("web", "v" + key, "v" + key + "/k", "hello");
      var taken = atOnce(50, () -> inbox.take(incoming));

      assertThat(taken).filteredOn(Inbox.Taken::first).hasSize(1);
      assertThat(taken).extracting(Inbox.Taken::turn).containsOnly(taken.getFirst().turn());
    }
  }

  @Test
  void answersTheSameWhenTheConversationHasEndedMeanwhile() {
    var first = page.send("new", "k1", "hello");
    var id = conversation(first);
    page.post("conversations/" + id + "/close", "{}");

    var again = page.send(id, "k1", "hello");

    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(page.send(id, "k2", "hello").statusCode()).isEqualTo(409);
  }

  @Test
  void refusesAnotherMessageUnderTheSameId() {
    var id = conversation(page.send("new", "k1", "hello"));

    var refused = page.send("new", "k1", "hello!");

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("\"code\":\"key_reused\"");
    assertThat(written(id)).isEqualTo(1);
  }

  @Test
  void tellsVisitorsApartWhoUseTheSameId() {
    var other = new Page(server.getURI(), json);
    other.visit();

    var first = page.send("new", "k1", "hello");
    var second = other.send("new", "k1", "something else");

    assertThat(second.statusCode()).isEqualTo(201);
    assertThat(conversation(second)).isNotEqualTo(conversation(first));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a/b", "a\\u0000", "a\\n", "\u00e9", "../x"})
  void refusesIdsThatAreNone(String id) {
    var body = "{\"client_message_id\":\"%s\",\"text\":\"hello\"}".formatted(id);

    assertThat(page.post("conversations/new/messages", body).statusCode()).isEqualTo(422);
  }

  private long written(String conversation) {
    return conversations.transcript(conversation).stream()
        .filter(turn -> turn.author() == Author.CUSTOMER)
        .count();
  }

  private String conversation(HttpResponse<String> sent) {
    return page.tree(sent).get("conversation_id").getStringValue();
  }

  private static <T> List<T> atOnce(int times, Callable<T> call) throws Exception {
    try (var pool = Executors.newFixedThreadPool(16)) {
      var results = new ArrayList<T>();
      for (var running : pool.invokeAll(Collections.nCopies(times, call))) {
        results.add(running.get());
      }
      return results;
    }
  }
}
