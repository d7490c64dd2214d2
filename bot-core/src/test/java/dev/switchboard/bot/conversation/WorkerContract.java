package dev.switchboard.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.bot.conversation.Command.Claim;
import dev.switchboard.bot.conversation.Command.HandBack;
import dev.switchboard.bot.conversation.Custody.Bot;
import dev.switchboard.bot.conversation.Custody.Queued;
import dev.switchboard.bot.conversation.Custody.WithAgent;
import dev.switchboard.bot.conversation.Worker.Outcome;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How the bot replies to stored conversations on every database. */
abstract class WorkerContract extends StoreContract {
  private static final String QUESTION = "How long does delivery take?";
  private static final String ANSWER = "Two to four days.";

  @Test
  void whatIsHandedOverCanBeTakenAtOnceAndOnlyOneOfTheTwoReplies() {
    var id = accept("ada", "m1", QUESTION).conversationId();
    store.shelf.meanwhile.add(() -> {
      store.worker.handOver();
      assertThat(store.worker.next()).contains(Outcome.REPLIED);
    });

    assertThat(store.worker.next()).contains(Outcome.SUPERSEDED);

    assertThat(by(Author.BOT, id)).hasSize(1);
  }

  @Test
  void repliesWithItsProofAndPutsTheReplyOnItsWay() {
    var id = accept("anna", "1", QUESTION).conversationId();

    assertThat(store.worker.next()).contains(Outcome.REPLIED);

    var reply = store.conversations.transcript(id).getLast();
    assertThat(reply.author()).isEqualTo(Author.BOT);
    assertThat(reply.seq()).isEqualTo(2);
    assertThat(reply.text()).isEqualTo(ANSWER);
    assertThat(reply.receipt())
        .contains("\"decision\":\"Answer\"", "\"articleId\":\"delivery\"", "\"version\":1");
    assertThat(custody(id)).isEqualTo(new Bot());
    assertThat(onTheirWay()).isEqualTo(1);
    assertThat(store.worker.next()).isEmpty();
  }

  @Test
  void repliesToEachTurnInItsOrder() {
    var id = accept("anna", "1", QUESTION).conversationId();
    accept("anna", "2", "Hello!");
    accept("anna", "3", "What does delivery cost?");

    work(3);

    assertThat(store.worker.next()).isEmpty();
    assertThat(by(Author.BOT, id)).hasSize(3);
    assertThat(repliesOutOfOrder()).isZero();
    assertThat(by(Author.BOT, id).get(1).text()).isNotEqualTo(ANSWER);
  }

  @Test
  void readsAFollowUpByTheStoredConversation() {
    var id = accept("anna", "1", QUESTION).conversationId();
    work(1);
    accept("anna", "2", "and to Austria?");
    work(1);

    assertThat(by(Author.BOT, id).getLast().text()).isEqualTo(ANSWER);
  }

  @Test
  void repliesToWhatCameInWhileItWasThinking() {
    var id = accept("anna", "1", QUESTION).conversationId();
    store.shelf.meanwhile.add(() -> accept("anna", "2", "What does delivery cost?"));

    work(2);

    assertThat(store.conversations.transcript(id))
        .extracting(Turn::author)
        .containsExactly(Author.CUSTOMER, Author.CUSTOMER, Author.BOT, Author.BOT);
  }

  @Test
  void bringsAPersonInWhenTheAnnoyanceLasts() {
    var id = accept("ada", "m1", "How long does delivery take!!!").conversationId();
    store.worker.next();
    assertThat(custody(id)).isEqualTo(new Bot());

    accept("ada", "m2", "That is far too long!!!");
    store.worker.next();

    assertThat(custody(id)).isEqualTo(new Queued());
    assertThat(store.bean(Cases.class).file(id).orElseThrow().line().because())
        .contains("annoyed in two messages in a row");
  }

  @Test
  void handsOverWhatItCannotAnswerAndIsSilentThen() {
    var id = accept("anna", "1", "Do you sell skis?").conversationId();

    work(1);
    accept("anna", "2", QUESTION);

    assertThat(custody(id)).isEqualTo(new Queued());
    assertThat(store.conversations.custodyEvents(id).getFirst().because())
        .isEqualTo("no article is near the question");
    assertThat(by(Author.BOT, id)).extracting(Turn::text).containsExactly("NOT_COVERED");
    assertThat(onTheirWay()).isEqualTo(1);
    assertThat(store.worker.next()).isEmpty();
  }

  @Test
  void keepsSilentWhenAnAgentClaimedWhileItWasThinking() {
    var id = accept("anna", "1", QUESTION).conversationId();
    store.shelf.meanwhile.add(() -> store.conversations.command(id, new Claim("Ben")));

    assertThat(store.worker.next()).contains(Outcome.SUGGESTED);

    assertThat(by(Author.BOT, id)).isEmpty();
    assertThat(by(Author.SUGGESTION, id)).extracting(Turn::text).containsExactly(ANSWER);
    assertThat(onTheirWay()).isZero();
    assertThat(custody(id)).isEqualTo(new WithAgent("Ben"));
    assertThat(store.worker.next()).isEmpty();
  }

  @Test
  void repliesAfterAllWhenTheAgentHandsBack() {
    var id = accept("anna", "1", QUESTION).conversationId();
    store.conversations.command(id, new Claim("Ben"));
    assertThat(store.worker.next()).isEmpty();

    store.conversations.command(id, new HandBack("Ben"));

    work(1);
    assertThat(by(Author.BOT, id)).extracting(Turn::text).containsExactly(ANSWER);
  }

  @Test
  void keepsSilentWhenAnAgentHadItInBetween() {
    var id = accept("anna", "1", QUESTION).conversationId();
    store.shelf.meanwhile.add(() -> {
      store.conversations.command(id, new Claim("Ben"));
      store.conversations.command(id, new HandBack("Ben"));
    });

    assertThat(store.worker.next()).contains(Outcome.SUGGESTED);
    assertThat(store.worker.next()).contains(Outcome.REPLIED);
    assertThat(by(Author.BOT, id)).hasSize(1);
  }

  @Test
  void writesNothingWhenItTookTooLongAndAnotherHasReplied() {
    var id = accept("anna", "1", QUESTION).conversationId();
    store.shelf.meanwhile.add(() -> {
      store.clock.advance(WorkQueue.LEASE);
      assertThat(store.worker.next()).contains(Outcome.REPLIED);
    });

    assertThat(store.worker.next()).contains(Outcome.SUPERSEDED);
    assertThat(store.conversations.transcript(id)).hasSize(2);
    assertThat(onTheirWay()).isEqualTo(1);
  }

  @Test
  void goesOnAfterTheWorkerThatTookItHasDied() {
    var id = accept("anna", "1", QUESTION).conversationId();
    store.bean(WorkQueue.class).take();
    accept("anna", "2", "Hello!");

    assertThat(store.worker.next()).isEmpty();
    store.clock.advance(WorkQueue.LEASE);

    work(2);
    assertThat(by(Author.BOT, id)).hasSize(2);
  }

  @Test
  void handsOverATurnThatTakesItsWorkersDown() {
    var id = accept("anna", "1", QUESTION).conversationId();
    for (int tries = 0; tries < Drafter.MOST_TRIES; tries++) {
      assertThat(store.bean(WorkQueue.class).take()).isPresent();
      store.clock.advance(WorkQueue.LEASE);
    }

    work(1);

    assertThat(custody(id)).isEqualTo(new Queued());
    assertThat(store.conversations.custodyEvents(id).getFirst().because())
        .isEqualTo("the bot did not come to an end in 3 tries");
  }

  @Test
  void handsOverAndTellsTheCustomerWhenTheEngineFails() {
    var id = accept("anna", "1", QUESTION).conversationId();
    store.shelf.meanwhile.add(() -> {
      throw new IllegalStateException("the index is broken");
    });

    work(1);

    assertThat(custody(id)).isEqualTo(new Queued());
    assertThat(store.conversations.custodyEvents(id).getFirst().because())
        .isEqualTo("the bot failed: IllegalStateException");
    assertThat(by(Author.BOT, id)).extracting(Turn::text).containsExactly("NOT_COVERED");
  }

  @Test
  @Timeout(60)
  void repliesOnceToEachTurnHoweverManyWork() throws Exception {
    int turns = 36;
    IntStream.range(0, turns).forEach(n -> accept("customer " + n % 5, "m" + n, QUESTION));

    Callable<Boolean> working =
        () -> {
          while (replies() < turns) {
            store.worker.next();
          }
          return true;
        };
    atOnce(Collections.nCopies(4, working));

    assertThat(store.worker.next()).isEmpty();
    assertThat(replies()).isEqualTo(turns);
    assertThat(onTheirWay()).isEqualTo(turns);
    assertThat(repliesOutOfOrder()).isZero();
  }

  private void work(int times) {
    for (int n = 0; n < times; n++) {
      assertThat(store.worker.next()).contains(Outcome.REPLIED);
    }
  }

  private long replies() {
    return store.number("select count(*) from turn where author = 'BOT'");
  }

  private long onTheirWay() {
    return store.number("select count(*) from outbox where state = 'PENDING'");
  }

  private long repliesOutOfOrder() {
    return store.number(
        """
        select count(*) from turn a join turn b
          on a.conversation_id = b.conversation_id and a.seq < b.seq and a.reply_to >= b.reply_to
        """);
  }
}
