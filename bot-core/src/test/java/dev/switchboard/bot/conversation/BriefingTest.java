package dev.switchboard.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.switchboard.bot.brief.Briefing;
import dev.switchboard.bot.brief.CaseBrief;
import dev.switchboard.bot.brief.CaseBrief.Enclosed;
import dev.switchboard.bot.brief.CaseBrief.Fact;
import dev.switchboard.bot.brief.CaseBrief.Fact.Standing;
import dev.switchboard.bot.brief.CaseBrief.Feeling;
import dev.switchboard.bot.brief.CaseBrief.Felt;
import dev.switchboard.bot.brief.CaseBrief.Mood;
import dev.switchboard.bot.brief.CaseBrief.Tried;
import dev.switchboard.bot.conversation.Command.Claim;
import dev.switchboard.bot.conversation.Command.Resolve;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a person is told of a case, taken out of real conversations. */
class BriefingTest extends StoreContract {
  @TempDir static Path folder;

  @Override
  Map<String, Object> configuration() {
    return Map.of("switchboard.data", folder.toString());
  }

  @Test
  void saysWhatWasAskedWhyItCameAndWhatWasTried() {
    var id = accept("ada", "m1", "How long does delivery take?").conversationId();
    store.worker.next();
    store.bean(Opinions.class).give(id, new Opinion(2, false, ""));
    accept("ada", "m2", "My order #4711 of 2026-11-03 was eaten by a goat, what now?");
    store.worker.next();
    accept("ada", "m3", "Please hurry.");

    var brief = brief(id);

    assertThat(brief.problem())
        .isEqualTo("My order #4711 of 2026-11-03 was eaten by a goat, what now?");
    assertThat(brief.because()).isNotEmpty();
    assertThat(brief.tried())
        .extracting(Tried::question, Tried::felt)
        .containsExactly(tuple("How long does delivery take?", Felt.UNHELPFUL));
    assertThat(brief.tried().getFirst().sources()).hasSize(1);
    assertThat(brief.facts()).extracting(Fact::value).containsExactly("#4711", "2026-11-03");
    assertThat(brief.missing()).containsExactly(Fact.Kind.EMAIL);
  }

  @Test
  void saysWhatTheCustomerWantsInTheirOwnWords() {
    var id =
        accept("ada", "m1", "Hi. My goat ate it. Can I get another one? Thanks!").conversationId();
    assertThat(brief(id).request()).isEqualTo("Can I get another one?");

    accept("ada", "m2", "It was order 4711002. I want to talk to a human.");
    accept("ada", "m3", "Hello?");
    assertThat(brief(id).request()).isEqualTo("Can I get another one?");

    accept("ada", "m4", "Then I would like my money back.");
    assertThat(brief(id).request()).isEqualTo("Then I would like my money back.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Meine Ziege hat es gefressen. Ich möchte bitte mein Geld zurück. | Ich möchte bitte mein Geld zurück.
          Ma chèvre l'a mangé. Où puis-je le renvoyer ?                    | Où puis-je le renvoyer ?
          Mi cabra se lo comió. ¿Me pueden enviar otro, por favor?         | ¿Me pueden enviar otro, por favor?
          ヤギが食べました。返金してください。                                | 返金してください。
          My goat ate it. It was a big goat.                               | ''
          Thanks!                                                          | ''
          """)
  void findsTheRequestInManyLanguages(String text, String request) {
    var id = accept("ada", "m1", text).conversationId();

    assertThat(brief(id).request()).isEqualTo(request);
  }

  @Test
  void saysHowTheCustomerFeltTurnByTurn() {
    var id = accept("ada", "m1", "Where is my order?").conversationId();
    accept("ada", "m2", "I am still waiting!!!");
    accept("ada", "m3", "You idiot.");

    assertThat(brief(id).moods())
        .containsExactly(
            new Mood(1, Feeling.CALM), new Mood(2, Feeling.ANNOYED), new Mood(3, Feeling.ABUSIVE));
  }

  @Test
  void tellsClaimsFromWhatTheTeamsOwnSiteVouchesFor() {
    var vouched = new Vouched("u1", "Ada", "ada@example.com");
    var address = store.bean(Customers.class).known("web", "ada", vouched);

    var id =
        accept(address, "m1", "Order 4711002, from Ada@example.com or a@b.example")
            .conversationId();

    assertThat(brief(id).facts())
        .containsExactly(
            new Fact(Fact.Kind.EMAIL, "ada@example.com", 1, Standing.VERIFIED),
            new Fact(Fact.Kind.NUMBER, "4711002", 1, Standing.CLAIMED),
            new Fact(Fact.Kind.EMAIL, "a@b.example", 1, Standing.CLAIMED));
  }

  @Test
  void showsHowTheFilesBegin() {
    var text = "\n first\n\nsecond\n" + "x\n".repeat(50);
    var files = List.of(file("a.txt", "text/plain", text), file("b.png", "image/png", "pixels"));
    var id = sent("m1", files);

    var enclosed = brief(id).enclosed();

    assertThat(enclosed).extracting(Enclosed::name).containsExactly("a.txt", "b.png");
    assertThat(enclosed.getFirst().text()).startsWith("first\nsecond\nx").hasLineCount(8);
    assertThat(enclosed.getFirst().size()).isEqualTo(text.length());
    assertThat(enclosed.getLast().text()).isEmpty();
  }

  @Test
  void readsDocumentsMeanwhileAndTellsWhoeverLooks() throws InterruptedException {
    var files =
        List.of(
            file("a.pdf", "application/pdf", "# A\ntext"),
            file("b.pdf", "application/pdf", "damaged"));
    var id = sent("m1", files);
    var told = new CountDownLatch(2);
    try (var listening =
        store
            .bean(Bell.class)
            .listen(happening -> {
              if (happening.conversationId().equals(id)) {
                told.countDown();
              }
            })) {
      brief(id);
      assertThat(told.await(10, TimeUnit.SECONDS)).isTrue();
    }

    assertThat(brief(id).enclosed()).extracting(Enclosed::text).containsExactly("# A\ntext", "");
  }

  private String file(String name, String type, String text) {
    var kind = type.startsWith("image/") ? Attachment.Kind.IMAGE : Attachment.Kind.FILE;
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    var file = new ReceivedFile(kind, name, type, 0, 0, out -> out.write(bytes));
    return store.bean(Attachments.class).keep("web", "ada", file).orElseThrow().id();
  }

  private String sent(String externalId, List<String> files) {
    var message = new Incoming("web", "ada", externalId, "See this.", files);
    return store.inbox.accept(message).conversationId();
  }

  @Test
  void leavesOutWhatWasResolvedBefore() {
    var id = accept("ada", "m1", "My order 4711002 was eaten by a goat.").conversationId();
    store.worker.next();
    store.clock.advance(Duration.ofMinutes(1));
    store.conversations.command(id, new Claim("Ann"));
    store.conversations.command(id, new Resolve("Ann", "refunded"));
    assertThat(brief(id).facts()).hasSize(1);
    store.clock.advance(Duration.ofHours(1));

    accept("ada", "m2", "A sheep has eaten the other one.");

    assertThat(brief(id).facts()).isEmpty();
    assertThat(brief(id).problem()).isEqualTo("A sheep has eaten the other one.");
  }

  @Test
  void saysNothingWhereNothingWasSaid() {
    var id = accept("ada", "m1", "").conversationId();

    assertThat(brief(id).problem()).isEmpty();
  }

  @Test
  void missesNoAddressThatTheTeamsOwnSiteKnows() {
    var vouched = new Vouched("u1", "Ada", "ada@example.com");
    var address = store.bean(Customers.class).known("web", "ada", vouched);

    var id = accept(address, "m1", "Where is my order?").conversationId();

    assertThat(brief(id).missing()).containsExactly(Fact.Kind.NUMBER);
  }

  @Test
  void cutsAStoryToASentence() {
    var id = accept("ada", "m1", "x".repeat(2_000)).conversationId();

    assertThat(brief(id).problem()).hasSizeLessThanOrEqualTo(240).endsWith("…");
  }

  private CaseBrief brief(String id) {
    return store.bean(Briefing.class).of(store.bean(Cases.class).file(id).orElseThrow());
  }
}
