package dev.switchboard.channel.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.switchboard.bot.conversation.Conversations;
import dev.switchboard.bot.conversation.Inbox;
import dev.switchboard.bot.conversation.Incoming;
import dev.switchboard.bot.conversation.Translations;
import dev.switchboard.bot.model.sandbox.ModelSandbox;
import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.test.support.TestPropertyProvider;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** What a small model does for agents: it sums up, and translates. */
@MicronautTest(transactional = false)
@Property(name = "datasources.default.url", value = AgentHelpTest.DATABASE)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(60)
class AgentHelpTest implements TestPropertyProvider {
  static final String DATABASE =
      "jdbc:h2:mem:agent-help;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
          + ";DB_CLOSE_DELAY=-1";

  private static final String STORY =
      "Hello, I ordered a tent with the number 4711 two weeks ago and nothing has come so far. "
          + "I have written to you twice, and nobody has answered me. My address is ann@example.com. "
          + "Please tell me where it is, or send me another one before the weekend, because we want "
          + "to go camping with the children then and have no other tent at home that we could use.";

  private static final String ITALIAN =
      "Buongiorno, il mio pacco non è ancora arrivato e vorrei sapere quando arriva. Grazie mille.";

  private final ModelSandbox provider = ModelSandbox.start(0);

  @Inject CaseReader cases;
  @Inject Inbox inbox;
  @Inject Conversations conversations;
  @Inject Translations translations;

  @Override
  public Map<String, String> getProperties() {
    return Map.of(
        "switchboard.providers.one.url", provider.url().toString(),
        "switchboard.models.mini.provider", "one",
        "switchboard.models.mini.model", "gpt-4o-mini");
  }

  @AfterAll
  void close() {
    provider.close();
  }

  private String write(String customer, String words) {
    return inbox.accept(new Incoming("web", customer, "m-" + customer, words)).conversationId();
  }

  @Test
  void sumsUpALongCaseWithoutWhatNobodySaid() {
    provider.answers(words ->
        words.contains("<<text")
            ? "The customer waits for the tent of order 4711. Order 4712 is lost. They wrote from "
                + "⟦e-mail 1⟧."
            : ModelSandbox.answerTo(words));
    var id = write("ann", STORY);

    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() ->
            assertThat(cases.shown(cases.file(id)).brief().summary())
                .contains("order 4711", "ann@example.com")
                .doesNotContain("4712"));
    var shown = cases.shown(cases.file(id));
    assertThat(shown.models())
        .filteredOn(call -> call.purpose().equals("summary"))
        .singleElement()
        .satisfies(call -> {
          assertThat(call.withheld()).contains("e-mail 1");
          assertThat(call.outcome()).isEqualTo("ANSWERED");
        });
    assertThat(provider.asked().toString()).doesNotContain("ann@example.com");
  }

  @Test
  void translatesBothWaysWhereTheLanguagesDiffer() {
    provider.answers(
        words -> words.contains("pacco") ? "My parcel has not arrived." : "Arriva domani alle 10.");
    var id = write("ugo", ITALIAN);
    var said = conversations.transcript(id);

    assertThat(translations.foreign(said)).contains(Locale.ITALIAN);
    assertThat(cases.shown(cases.file(id)).language()).isEqualTo("Italian");
    assertThat(translations.forTeam(id, ITALIAN)).contains("My parcel has not arrived.");
    assertThat(translations.forCustomer(id, said, "It arrives tomorrow at 10."))
        .contains("Arriva domani alle 10.");
    // A number that changes is no translation.
    assertThat(translations.forCustomer(id, said, "It arrives tomorrow at 11.")).isEmpty();
  }

  @Test
  void leavesAloneWhatEverybodyUnderstands() {
    var id = write("eve", STORY);

    assertThat(translations.foreign(conversations.transcript(id))).isEmpty();
    assertThat(cases.shown(cases.file(id)).language()).isEmpty();
  }
}
