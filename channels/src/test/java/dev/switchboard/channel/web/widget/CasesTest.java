package dev.switchboard.channel.web.widget;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.bot.conversation.Conversations;
import dev.switchboard.bot.conversation.Custody;
import dev.switchboard.bot.conversation.Customers;
import dev.switchboard.bot.conversation.Turn;
import io.micronaut.context.annotation.Property;
import io.micronaut.json.JsonMapper;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What customers write for people to answer by e-mail. */
@MicronautTest(transactional = false)
@Property(name = "datasources.default.url", value = CasesTest.DATABASE)
@Property(name = "switchboard.widget.requests-per-minute", value = "100000")
@Timeout(60)
class CasesTest {
  static final String DATABASE =
      "jdbc:h2:mem:cases;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
          + ";DB_CLOSE_DELAY=-1";

  @Inject EmbeddedServer server;
  @Inject JsonMapper json;
  @Inject Conversations conversations;
  @Inject Customers customers;
  private Page page;

  @BeforeEach
  void visit() {
    page = new Page(server.getURI(), json);
    page.visit();
  }

  @Test
  void queuesTheLetterAndNotesWhereToAnswer() {
    var opened = page.post("cases", letter("k1", "ann@example.com", "Where is my order?"));

    assertThat(opened.statusCode()).isEqualTo(201);
    var id = page.tree(opened).get("conversation_id").getStringValue();
    var conversation = conversations.find(id).orElseThrow();
    assertThat(conversation.custody()).isEqualTo(new Custody.Queued());
    assertThat(conversations.transcript(id))
        .extracting(Turn::text)
        .containsExactly("Where is my order?", Shop.NOTICE);
    var customer = customers.at("web", conversation.address());
    assertThat(customer.answerTo()).isEqualTo("ann@example.com");
    assertThat(customer.isVerified()).isFalse();
  }

  @Test
  void takesTheSameLetterOnce() {
    var first = page.post("cases", letter("k1", "ann@example.com", "Hello?"));
    var again = page.post("cases", letter("k1", "ann@example.com", "Hello?"));

    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(again.body()).isEqualTo(first.body());
    var id = page.tree(first).get("conversation_id").getStringValue();
    assertThat(conversations.transcript(id)).hasSize(2);
    assertThat(page.post("cases", letter("k1", "ann@example.com", "Hi?")).statusCode())
        .isEqualTo(422);
    assertThat(page.post("cases", letter("k1", "bob@example.com", "Hello?")).statusCode())
        .isEqualTo(422);
  }

  @Test
  void needsNoClientId() {
    var body = "{\"email\":\"ann@example.com\",\"text\":\"Hello?\"}";

    assertThat(page.post("cases", body).statusCode()).isEqualTo(201);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ann",
        "ann@",
        "@example.com",
        "ann@example",
        "ann@@example.com",
        "a b@example.com",
        "ann@example.com\\r\\nBcc: all@example.com",
        "ann@example.com\\nx",
        "ann@exa\\u0000mple.com",
        "ann@example.com, bob@example.com",
        "Ann <ann@example.com>",
        ".ann@example.com",
        "ann.@example.com",
        "a..nn@example.com",
        "ann@-example.com",
        "ann@example-.com",
        "ann@exam_ple.com",
        "ann@127.0.0.1",
        "ann@[127.0.0.1]",
        "\\u0430nn@example.com",
        "\\\"ann\\\"@example.com"
      })
  void refusesWhatIsNoPlainAddress(String email) {
    var refused = page.post("cases", letter("k1", email, "Hello?"));

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("\"code\":\"email\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ann@example.com", "a.n+n_x-1@mail.example.co.uk", "o'neil@example.com"})
  void takesPlainAddresses(String email) {
    assertThat(page.post("cases", letter("k1", email, "Hello?")).statusCode()).isEqualTo(201);
  }

  @Test
  void refusesEmptyLetters() {
    for (var text : new String[] {"", " \\n", "\\u200b\\u2060"}) {
      assertThat(page.post("cases", letter("k1", "ann@example.com", text)).body())
          .contains("\"code\":\"blank\"");
    }
    page.token = "";
    assertThat(page.post("cases", letter("k1", "ann@example.com", "Hi")).statusCode())
        .isEqualTo(401);
  }

  private static String letter(String key, String email, String text) {
    return "{\"client_message_id\":\"%s\",\"email\":\"%s\",\"text\":\"%s\"}"
        .formatted(key, email, text);
  }
}
