package dev.switchboard.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.bot.article.CaseArticles;
import dev.switchboard.bot.article.CaseArticles.Outcome.Kept;
import dev.switchboard.bot.article.CaseArticles.Outcome.Made;
import dev.switchboard.bot.article.CaseArticles.Outcome.Refused;
import dev.switchboard.bot.conversation.Command.Claim;
import dev.switchboard.bot.conversation.Command.Resolve;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a case that is made an article. */
class CaseArticlesTest extends StoreContract {
  @TempDir static Path folder;

  @Override
  Map<String, Object> configuration() {
    return Map.of("switchboard.data", folder.toString());
  }

  @Test
  void takesTheQuestionAndWhatTheAgentReplied() {
    var id = claimed("ada", "A goat ate my order, can I get another?");
    reply(id, "r1", "One moment.");
    note(id, "n1", "Third goat this week.");
    reply(id, "r2", "Yes: send us **a photo** of the goat.");
    resolve(id);

    var draft = ((Made) articles().of(id, "Ben")).draft();

    assertThat(draft.title()).isEqualTo("A goat ate my order, can I get another?");
    assertThat(draft.variants()).containsExactly("A goat ate my order, can I get another?");
    assertThat(draft.answer()).isEqualTo("One moment.\n\nYes: send us **a photo** of the goat.");
    assertThat(draft.origin()).isEqualTo(id);
    assertThat(draft.by()).isEqualTo("Ben");
    assertThat(draft.at()).isEqualTo(store.clock.instant());
    assertThat(draft.language().toLanguageTag()).isEqualTo("en");
  }

  @Test
  void takesOnlyWhatHelpedWhereTheCustomerSaysSo() {
    var id = claimed("ada", "A goat ate my order, what now?");
    reply(id, "r1", "One moment.");
    var helped = reply(id, "r2", "You get another one.");
    store.bean(Opinions.class).give(id, new Opinion(helped.shownSeq(), true, ""));
    resolve(id);

    assertThat(((Made) articles().of(id, "Ann")).draft().answer())
        .isEqualTo("You get another one.");
  }

  @Test
  void takesAnAnswerOfTheBotThatTheCustomerAccepted() {
    var id = accept("ada", "m1", "How long does delivery take?").conversationId();
    store.worker.next();
    store.bean(Opinions.class).give(id, new Opinion(2, true, ""));
    store.conversations.command(id, new Claim("Ann"));
    resolve(id);

    assertThat(((Made) articles().of(id, "Ann")).draft().answer()).isEqualTo("Two to four days.");
  }

  @Test
  void leavesPersonalDataOut() {
    var vouched = new Vouched("u1", "Ada King", "ada@example.com");
    var address = store.bean(Customers.class).known("web", "ada", vouched);
    var id = claimed(address, "Ada King here, where is it? Call me at 030 901820.");
    reply(id, "r1", "Dear Ada, I wrote to ada@example.com.");
    resolve(id);

    var draft = ((Made) articles().of(id, "Ann")).draft();

    assertThat(draft.title()).isEqualTo("[name] here, where is it?");
    assertThat(draft.variants())
        .containsExactly(draft.title(), "[name] here, where is it? Call me at [phone number].");
    assertThat(draft.answer()).isEqualTo("Dear [name], I wrote to [e-mail].");
  }

  @Test
  void leavesOutWhatWasResolvedBefore() {
    var id = claimed("ada", "A goat ate my order, what now?");
    reply(id, "r1", "You get another one.");
    resolve(id);
    store.clock.advance(Duration.ofHours(1));
    accept("ada", "m2", "A sheep ate the other one, what now?");
    store.conversations.command(id, new Claim("Ann"));
    reply(id, "r2", "You get your money back.");
    resolve(id);

    var draft = ((Made) articles().of(id, "Ann")).draft();

    assertThat(draft.title()).isEqualTo("A sheep ate the other one, what now?");
    assertThat(draft.answer()).isEqualTo("You get your money back.");
  }

  @Test
  void givesTheSameDraftAgain() {
    var id = claimed("ada", "A goat ate my order, what now?");
    reply(id, "r1", "You get another one.");
    resolve(id);

    var made = (Made) articles().of(id, "Ann");

    assertThat(articles().of(id, "Ben")).isEqualTo(new Kept(made.draft()));
  }

  @Test
  void refusesWhatIsNoAnswerYet() {
    assertThat(articles().of("nobody", "Ann")).isEqualTo(new Refused("there is no such case"));
    var id = claimed("ada", "A goat ate my order, what now?");
    reply(id, "r1", "One moment.");
    assertThat(articles().of(id, "Ann"))
        .isEqualTo(new Refused("only a resolved case can become an article"));
    var silent = claimed("bob", "Where is my order, please?");
    resolve(silent);
    assertThat(articles().of(silent, "Ann")).isEqualTo(new Refused("nobody has answered in it"));
    var empty = claimed("cleo", "");
    reply(empty, "r2", "Hello?");
    resolve(empty);
    assertThat(articles().of(empty, "Ann"))
        .isEqualTo(new Refused("the customer has asked nothing in it"));
  }

  private String claimed(String address, String text) {
    var id = accept(address, "m-" + address, text).conversationId();
    store.worker.next();
    store.conversations.command(id, new Claim("Ann"));
    return id;
  }

  private Turn reply(String id, String key, String text) {
    var outcome = store.bean(AgentTurns.class).reply(id, new AgentText("Ann", key, text));
    return ((AgentTurns.Outcome.Stored) outcome).turn();
  }

  private void note(String id, String key, String text) {
    store.bean(AgentTurns.class).note(id, new AgentText("Ann", key, text));
  }

  private void resolve(String id) {
    store.clock.advance(Duration.ofMinutes(1));
    store.conversations.command(id, new Resolve("Ann", "done"));
  }

  private CaseArticles articles() {
    return store.bean(CaseArticles.class);
  }
}
