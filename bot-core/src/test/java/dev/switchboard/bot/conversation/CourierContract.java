package dev.switchboard.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.switchboard.bot.conversation.Delivery.Refused;
import dev.switchboard.bot.conversation.Delivery.Sent;
import dev.switchboard.bot.conversation.Delivery.TryLater;
import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How the outbox is delivered on every database. */
abstract class CourierContract extends StoreContract {
  private static final Duration LONGEST_WAIT = Courier.BACKOFF.longest();

  @Test
  void deliversEachTurnOnceInItsOrder() {
    var id = replied("anna", 3);

    assertThat(store.courier.next()).contains(new Sent());
    assertThat(store.courier.next()).contains(new Sent());
    assertThat(store.courier.next()).contains(new Sent());

    assertThat(store.courier.next()).isEmpty();
    assertThat(store.postbox.handedIn)
        .extracting(Outgoing::key)
        .containsExactly(id + "/4", id + "/5", id + "/6");
    assertThat(store.postbox.handedIn.getFirst())
        .isEqualTo(new Outgoing(id + "/4", "web", "anna", "Two to four days."));
  }

  @Test
  void triesAgainLaterAndHoldsTheTurnsBehindItBack() {
    var id = replied("anna", 2);
    store.postbox.answers.add(() -> new TryLater("busy"));

    assertThat(store.courier.next()).contains(new TryLater("busy"));
    assertThat(store.courier.next()).isEmpty();
    store.clock.advance(Duration.ofMillis(499));
    assertThat(store.courier.next()).isEmpty();
    store.clock.advance(Duration.ofMillis(501));
    drain();

    assertThat(store.postbox.handedIn)
        .extracting(Outgoing::key)
        .containsExactly(id + "/3", id + "/3", id + "/4");
  }

  @Test
  void letsOtherConversationsPassOneThatMustWait() {
    replied("anna", 1);
    store.postbox.answers.add(() -> new TryLater("busy"));
    assertThat(store.courier.next()).isPresent();
    replied("berta", 1);

    assertThat(store.courier.next()).contains(new Sent());
    assertThat(store.postbox.handedIn).extracting(Outgoing::address).endsWith("berta");
  }

  @Test
  void laysAsideWhatIsRefusedAndGoesOnWithTheNext() {
    var id = replied("anna", 2);
    store.postbox.answers.add(() -> new Refused("no such customer\0"));

    drain();

    assertThat(store.bean(DeadLetters.class).oldest())
        .containsExactly(
            new DeadLetter(id, 3, "web", "anna", "Two to four days.", 1, "no such customer"));
    assertThat(store.postbox.handedIn).hasSize(2);
  }

  @Test
  void deliversADeadLetterThatIsTriedAgain() {
    var id = replied("anna", 1);
    var letters = store.bean(DeadLetters.class);
    store.postbox.answers.add(() -> new Refused("no such customer"));
    drain();

    assertThat(letters.retry(id, 3)).isFalse();
    assertThat(letters.retry(id, 2)).isTrue();
    assertThat(letters.retry(id, 2)).isFalse();
    assertThat(store.courier.next()).contains(new Sent());
    assertThat(letters.oldest()).isEmpty();
    assertThat(letters.retry(id, 2)).isFalse();
  }

  @Test
  void givesUpAfterTheLastAttempt() {
    replied("anna", 1);
    for (int attempt = 1; attempt <= Courier.MOST_ATTEMPTS; attempt++) {
      assertThat(store.bean(DeadLetters.class).oldest()).isEmpty();
      store.postbox.answers.add(() -> new TryLater("busy"));
      assertThat(store.courier.next()).contains(new TryLater("busy"));
      store.clock.advance(LONGEST_WAIT);
    }

    assertThat(store.courier.next()).isEmpty();
    assertThat(store.bean(DeadLetters.class).oldest())
        .extracting(DeadLetter::attempts, DeadLetter::because)
        .containsExactly(tuple(Courier.MOST_ATTEMPTS, "busy"));
  }

  @Test
  void takesAFaultOfTheChannelForAPassingOne() {
    replied("anna", 1);
    store.postbox.answers.add(() -> {
      throw new IllegalStateException("broken");
    });

    assertThat(store.courier.next())
        .contains(new TryLater("java.lang.IllegalStateException: broken"));
    store.clock.advance(LONGEST_WAIT);
    assertThat(store.courier.next()).contains(new Sent());
  }

  @Test
  void deliversAgainUnderTheSameKeyWhenTheCourierDied() {
    replied("anna", 1);
    die();

    assertThat(store.courier.next()).isEmpty();
    store.clock.advance(Courier.LEASE);

    assertThat(store.courier.next()).contains(new Sent());
    assertThat(store.postbox.handedIn.getFirst()).isEqualTo(store.postbox.handedIn.getLast());
    assertThat(store.postbox.handedIn).hasSize(2);
  }

  @Test
  void laysAsideATurnThatTakesItsCouriersDown() {
    replied("anna", 1);
    for (int attempt = 0; attempt < Courier.MOST_ATTEMPTS; attempt++) {
      die();
      store.clock.advance(Courier.LEASE);
    }

    assertThat(store.courier.next()).contains(new Refused("no attempt came to an end"));
    assertThat(store.postbox.handedIn).hasSize(Courier.MOST_ATTEMPTS);
    assertThat(store.bean(DeadLetters.class).oldest()).hasSize(1);
  }

  @Test
  void forgetsNoDeliveryForACourierThatComesBackTooLate() {
    replied("anna", 1);
    store.postbox.answers.add(() -> {
      store.clock.advance(Courier.LEASE);
      assertThat(store.courier.next()).contains(new Sent());
      return new TryLater("too slow");
    });

    assertThat(store.courier.next()).contains(new TryLater("too slow"));
    store.clock.advance(LONGEST_WAIT);
    assertThat(store.courier.next()).isEmpty();
  }

  @Test
  @Timeout(60)
  void deliversOnceAndInOrderHoweverManyCarry() throws Exception {
    int each = 5;
    IntStream.range(0, 6).forEach(n -> replied("customer " + n, each));

    Callable<Boolean> carrying =
        () -> {
          while (store.number("select count(*) from outbox where state = 'PENDING'") > 0) {
            store.courier.next();
          }
          return true;
        };
    atOnce(Collections.nCopies(4, carrying));

    assertThat(store.postbox.handedIn).hasSize(6 * each).doesNotHaveDuplicates();
    for (int n = 0; n < 6; n++) {
      var address = "customer " + n;
      assertThat(store.postbox.handedIn)
          .filteredOn(outgoing -> outgoing.address().equals(address))
          .extracting(outgoing -> outgoing.key().replaceAll(".*/", ""))
          .hasSize(each)
          .isSortedAccordingTo((a, b) -> Integer.parseInt(a) - Integer.parseInt(b));
    }
  }

  /** A conversation with that many questions, then a reply to each. */
  private String replied(String customer, int questions) {
    var id = "";
    for (int n = 0; n < questions; n++) {
      id = accept(customer, customer + n, "How long does delivery take?").conversationId();
    }
    for (int n = 0; n < questions; n++) {
      assertThat(store.worker.next()).contains(Worker.Outcome.REPLIED);
    }
    return id;
  }

  // An error goes through the courier as a crash would: nothing is recorded.
  private void die() {
    store.postbox.answers.add(() -> {
      throw new OutOfMemoryError("as if");
    });
    assertThatThrownBy(store.courier::next).isInstanceOf(OutOfMemoryError.class);
  }

  private void drain() {
    for (int attempt = 0; store.courier.next().isPresent(); attempt++) {
      assertThat(attempt).isLessThan(100);
    }
  }
}
