package dev.switchboard.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.bot.conversation.AgentTurns.Outcome;
import dev.switchboard.bot.conversation.Command.Claim;
import dev.switchboard.bot.conversation.Command.End;
import dev.switchboard.bot.conversation.Command.HandBack;
import dev.switchboard.bot.conversation.Command.Resolve;
import dev.switchboard.bot.conversation.Command.Snooze;
import dev.switchboard.bot.conversation.Custody.Closed;
import dev.switchboard.bot.conversation.Custody.Queued;
import dev.switchboard.bot.conversation.Custody.WithAgent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What people do in a conversation. */
abstract class AgentsContract extends StoreContract {
  private static final String QUESTION = "How long does delivery take?";

  @Test
  void sendsTheCustomerWhatTheAgentWroteWhoHasTheConversation() {
    var id = claimed("Ann");

    var outcome = reply(id, "Ann", "r1", "Two days.");

    assertThat(outcome).isInstanceOf(Outcome.Stored.class);
    assertThat(by(Author.AGENT, id)).extracting(Turn::by).containsExactly("Ann");
    store.courier.next();
    assertThat(store.postbox.handedIn).extracting(Outgoing::text).containsExactly("Two days.");
  }

  @Test
  void sendsNothingOfWhoDoesNotHaveIt() {
    var id = accept("ada", "m1", QUESTION).conversationId();

    assertThat(reply(id, "Ann", "r1", "Two days."))
        .isEqualTo(new Outcome.Refused("claim the conversation first"));
    store.conversations.command(id, new Claim("Ben"));
    assertThat(reply(id, "Ann", "r1", "Two days.")).isInstanceOf(Outcome.Refused.class);

    assertThat(by(Author.AGENT, id)).isEmpty();
    assertThat(store.courier.next()).isEmpty();
  }

  @Test
  void storesAReplyOnceHoweverOftenItIsHandedIn() {
    var id = claimed("Ann");
    var first = reply(id, "Ann", "r1", "Two days.");

    assertThat(reply(id, "Ann", "r1", "Two days.")).isEqualTo(first);
    assertThat(reply(id, "Ann", "r1", "Three days.")).isInstanceOf(Outcome.Refused.class);

    assertThat(by(Author.AGENT, id)).hasSize(1);
  }

  @Test
  void letsTheBotAnswerOnlyWhatTheAgentDidNot() {
    var id = claimed("Ann");
    reply(id, "Ann", "r1", "Two days.");
    store.conversations.command(id, new HandBack("Ann"));
    assertThat(store.worker.next()).isEmpty();

    accept("ada", "m2", "How long does delivery take abroad?");

    assertThat(store.worker.next()).contains(Worker.Outcome.REPLIED);
    assertThat(by(Author.BOT, id)).hasSize(1);
  }

  @Test
  void neverShowsNotesAndNumbersWithoutThem() {
    var id = claimed("Ann");
    note(id, "n1");
    reply(id, "Ann", "r1", "Two days.");
    note(id, "n2");
    accept("ada", "m2", "Thanks.");

    var shown = store.conversations.shownAfter(id, 0, 100);

    assertThat(shown)
        .extracting(Turn::author)
        .containsExactly(Author.CUSTOMER, Author.AGENT, Author.CUSTOMER);
    assertThat(shown)
        .extracting(Turn::shownSeq)
        .containsExactlyElementsOf(LongStream.rangeClosed(1, 3).boxed().toList());
    assertThat(store.conversations.shownAfter(id, 1, 1))
        .extracting(Turn::shownSeq)
        .containsExactly(2L);
    assertThat(store.conversations.shownBefore(id, 3, 1))
        .extracting(Turn::shownSeq)
        .containsExactly(2L);
    assertThat(by(Author.NOTE, id)).extracting(Turn::shownSeq).containsOnly(0L);
  }

  @Test
  void notesHowFarTheCustomerHasRead() {
    var id = claimed("Ann");
    reply(id, "Ann", "r1", "Two days.");

    store.conversations.read(id, 2);
    store.conversations.read(id, 1);
    store.conversations.read(id, 3);

    assertThat(store.conversations.readUpTo(id)).isEqualTo(2);
  }

  @Test
  void queuesOnRequestAndSaysSoOnce() {
    var id = accept("ada", "m1", QUESTION).conversationId();

    ask(id);
    ask(id);

    assertThat(custody(id)).isEqualTo(new Queued());
    assertThat(by(Author.BOT, id)).extracting(Turn::text).containsExactly("WANTS_PERSON");
    assertThat(store.worker.next()).isEmpty();
    store.courier.next();
    assertThat(store.postbox.handedIn).hasSize(1);
  }

  @Test
  void bringsAPersonBackWhoPutItAsideOrResolvedIt() {
    var id = claimed("Ann");
    store.conversations.command(
        id, new Snooze("Ann", store.clock.instant().plus(Duration.ofDays(1))));
    ask(id);
    assertThat(custody(id)).isEqualTo(new WithAgent("Ann"));

    store.conversations.command(id, new Resolve("Ann", "answered"));
    ask(id);

    assertThat(custody(id)).isEqualTo(new Queued());
    assertThat(store.conversations.custodyEvents(id))
        .extracting(CustodyEvent::because)
        .contains("answered", "the customer asked for a person");
  }

  @Test
  void opensAnotherConversationAfterTheCustomerEndedOne() {
    var id = claimed("Ann");

    store.conversations.command(id, new End());

    assertThat(custody(id)).isEqualTo(new Closed());
    assertThat(reply(id, "Ann", "r1", "Wait.")).isInstanceOf(Outcome.Refused.class);
    assertThat(accept("ada", "m2", QUESTION).conversationId()).isNotEqualTo(id);
    assertThat(store.conversations.at("web", "ada", 5)).hasSize(2);
  }

  @Test
  void listsWhatWaitsTheLongestFirst() {
    var first = accept("ada", "m1", QUESTION).conversationId();
    var second = accept("bob", "m2", "I am cross.").conversationId();
    ask(second);
    store.clock.advance(Duration.ofMinutes(1));
    ask(first);
    var cases = store.bean(Cases.class);

    assertThat(cases.open())
        .extracting(line -> line.conversation().id())
        .containsExactly(second, first);
    assertThat(cases.position(first)).contains(2L);
    assertThat(cases.position(second)).contains(1L);
    var line = cases.open().getFirst();
    assertThat(line.words()).isEqualTo("I am cross.");
    assertThat(line.because()).isEqualTo("the customer asked for a person");

    store.conversations.command(second, new Claim("Ann"));
    assertThat(cases.position(second)).isEmpty();
    assertThat(cases.position(first)).contains(1L);
    store.conversations.command(second, new Resolve("Ann"));
    assertThat(cases.done()).extracting(done -> done.conversation().id()).containsExactly(second);
  }

  @Test
  void saysWhetherTheCustomerWaitsForAReply() {
    var id = claimed("Ann");
    assertThat(store.bean(Cases.class).find(id).orElseThrow().waits()).isTrue();

    reply(id, "Ann", "r1", "Two days.");

    assertThat(store.bean(Cases.class).find(id).orElseThrow().waits()).isFalse();
  }

  @Test
  void wakesAndClosesWhenTheTimeHasCome() {
    var timers = store.bean(Timers.class);
    var id = claimed("Ann");
    store.conversations.command(
        id, new Snooze("Ann", store.clock.instant().plus(Duration.ofHours(1))));
    store.clock.advance(Duration.ofMinutes(59));
    assertThat(timers.run()).isZero();
    store.clock.advance(Duration.ofMinutes(1));
    assertThat(timers.run()).isOne();
    assertThat(custody(id)).isEqualTo(new WithAgent("Ann"));

    store.conversations.command(id, new Resolve("Ann"));
    store.clock.advance(Timers.REOPENS.minusSeconds(1));
    assertThat(timers.run()).isZero();
    store.clock.advance(Duration.ofSeconds(1));
    assertThat(timers.run()).isOne();
    assertThat(custody(id)).isEqualTo(new Closed());
    assertThat(timers.run()).isZero();
  }

  @Test
  void showsARepliesPartsWithTheirSources() {
    var id = accept("ada", "m1", QUESTION).conversationId();
    store.worker.next();
    var parts = store.bean(ShownParts.class);

    var shown = parts.of(by(Author.BOT, id).getFirst());

    assertThat(shown).hasSize(1);
    assertThat(shown.getFirst().text()).contains("Two to four days.");
    assertThat(shown.getFirst().sources())
        .extracting(ShownPart.Source::quote)
        .containsExactly("Two to four days.");
    // The article is to be read nowhere else.
    assertThat(shown.getFirst().sources()).extracting(ShownPart.Source::url).containsExactly("");
    assertThat(parts.of(by(Author.CUSTOMER, id).getFirst()).getFirst().text()).isEqualTo(QUESTION);
  }

  @Test
  void keepsTheLastOpinionOfATurnAndOneRatingOfEachResolution() {
    var opinions = store.bean(Opinions.class);
    var id = claimed("Ann");
    opinions.give(id, new Opinion(1, true, ""));
    opinions.give(id, new Opinion(1, false, "too short"));
    assertThat(opinions.of(id)).containsExactly(new Opinion(1, false, "too short"));
    opinions.takeBack(id, 1);
    assertThat(opinions.of(id)).isEmpty();

    assertThat(opinions.rate(id, new Rating(5, ""))).isFalse();
    store.conversations.command(id, new Resolve("Ann"));
    assertThat(opinions.canRate(id)).isTrue();
    assertThat(opinions.rate(id, new Rating(5, "quick"))).isTrue();
    assertThat(opinions.rate(id, new Rating(1, ""))).isFalse();
    assertThat(opinions.ratings(id)).containsExactly(new Rating(5, "quick"));
  }

  @Test
  void tellsWhoListensAndNobodyElse() {
    var heard = new ArrayList<Happening>();
    var bell = store.bean(Bell.class);
    try (var failing =
            bell.listen(each -> {
              throw new IllegalStateException("a listener fails");
            });
        var listening = bell.listen(heard::add)) {
      assertThat(List.of(failing, listening)).doesNotContainNull();
      var id = accept("ada", "m1", QUESTION).conversationId();
      assertThat(heard).containsExactly(new Happening.Changed(id));
    }

    accept("ada", "m2", QUESTION);

    assertThat(heard).hasSize(1);
  }

  @Test
  void knowsNothingOfAConversationThatNeverWas() {
    assertThatThrownBy(() -> reply("nobody", "Ann", "r1", "Hello."))
        .isInstanceOf(NoSuchElementException.class);
    assertThatThrownBy(() -> ask("nobody")).isInstanceOf(NoSuchElementException.class);
    assertThat(store.bean(Cases.class).find("nobody")).isEmpty();
  }

  @Test
  void refusesTextsThatSayNothing() {
    assertThatThrownBy(() -> new AgentText("Ann", "r1", " \n"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private String claimed(String agent) {
    var id = accept("ada", "m1", QUESTION).conversationId();
    store.conversations.command(id, new Claim(agent));
    return id;
  }

  private Outcome reply(String id, String agent, String key, String text) {
    return store.bean(AgentTurns.class).reply(id, new AgentText(agent, key, text));
  }

  private void note(String id, String key) {
    store.bean(AgentTurns.class).note(id, new AgentText("Ann", key, "Between us."));
  }

  private void ask(String id) {
    store.bean(HandOff.class).ask(id, Locale.ROOT);
  }
}
