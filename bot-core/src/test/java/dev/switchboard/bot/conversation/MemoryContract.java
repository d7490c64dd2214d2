package dev.switchboard.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.bot.conversation.Command.Claim;
import dev.switchboard.bot.conversation.Command.Resolve;
import dev.switchboard.bot.conversation.Custody.Queued;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What the bot remembers of a stored conversation, on every database. */
abstract class MemoryContract extends StoreContract {
  private static final String QUESTION = "How long does delivery take?";
  private static final String FOLLOW_UP = "and to Austria?";
  private static final String ANSWER = "Two to four days.";

  @Test
  void leansOnTheQuestionBefore() {
    asked("m1", QUESTION);

    assertThat(asked("m2", FOLLOW_UP)).isEqualTo(ANSWER);
  }

  @Test
  void doesNotLeanOnAMatterThatWasResolved() {
    var id = accept("ada", "m1", QUESTION).conversationId();
    store.worker.next();
    store.conversations.command(id, new Claim("Ann"));
    store.conversations.command(id, new Resolve("Ann"));

    assertThat(asked("m2", FOLLOW_UP)).isEqualTo("NOT_COVERED");
    assertThat(store.conversations.transcript(id)).hasSize(4);
  }

  @Test
  void doesNotLeanOnWhatWasSaidADayAgo() {
    asked("m1", QUESTION);
    store.clock.advance(Episode.SILENCE.minusMillis(1));
    assertThat(asked("m2", FOLLOW_UP)).isEqualTo(ANSWER);
    store.clock.advance(Episode.SILENCE);

    assertThat(asked("m3", FOLLOW_UP)).isEqualTo("NOT_COVERED");
  }

  @Test
  void doesNotShowAgainWhatDidNotHelp() {
    var id = accept("ada", "m1", QUESTION).conversationId();
    store.worker.next();
    store.bean(Opinions.class).give(id, new Opinion(2, false, ""));

    assertThat(asked("m2", "Please, how long does delivery take?")).isEqualTo("NOT_COVERED");
    assertThat(custody(id)).isEqualTo(new Queued());
    assertThat(store.conversations.custodyEvents(id).getLast().because())
        .isEqualTo("what is near the question did not help the customer before");
  }

  @Test
  void handsOverWhatIsAskedAgainAfterAnAnswer() {
    asked("m1", "Once more: how long does delivery take?");

    assertThat(asked("m2", "Once more, when is my delivery?")).isEqualTo("ASKED_AGAIN");
  }

  @Test
  void handsOverWhenTwoAnswersInARowDidNotHelp() {
    var id = accept("ada", "m1", QUESTION).conversationId();
    store.worker.next();
    asked("m2", "That is not what I asked. Where is my delivery?");

    assertThat(asked("m3", "No, that did not help either")).isEqualTo("DID_NOT_HELP");
    assertThat(store.conversations.custodyEvents(id).getLast().because())
        .isEqualTo("two answers in a row did not help the customer");
  }

  @Test
  void followsARuleForACustomerWhomTheSiteVouchesFor() {
    store.bean(Customers.class).known("web", "ada", new Vouched("vip", "Ada", ""));

    assertThat(asked("m1", QUESTION)).isEqualTo("HOUSE_RULE");
  }

  @Test
  void showsItAgainInANewMatter() {
    var id = accept("ada", "m1", QUESTION).conversationId();
    store.worker.next();
    store.bean(Opinions.class).give(id, new Opinion(2, false, ""));
    store.clock.advance(Duration.ofDays(2));

    assertThat(asked("m2", QUESTION)).isEqualTo(ANSWER);
  }

  @Test
  void saysOnceThatAPersonWillSeeToIt() {
    asked("m1", "Do you sell skis? Where do you repair bicycles?");

    assertThat(store.postbox.handedIn).isEmpty();
    store.courier.next();
    assertThat(store.postbox.handedIn).extracting(Outgoing::text).containsExactly("NOT_COVERED");
  }

  /** The bot's reply to what a customer writes. */
  private String asked(String key, String text) {
    var id = accept("ada", key, text).conversationId();
    assertThat(store.worker.next()).contains(Worker.Outcome.REPLIED);
    return by(Author.BOT, id).getLast().text();
  }
}
