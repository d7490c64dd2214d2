package dev.switchboard.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The bot at work by itself. */
@Timeout(30)
class ShiftTest {
  @TempDir Path folder;

  @Test
  void repliesAndDeliversWithoutBeingAsked() throws InterruptedException {
    try (var store = new Store(Map.of("switchboard.data", folder.toString()))) {
      store.bean(Shift.class).start();
      var delivered = new CountDownLatch(1);
      store.postbox.answers.add(() -> {
        delivered.countDown();
        return new Delivery.Sent();
      });

      store.inbox.accept(new Incoming("web", "ada", "m1", "How long does delivery take?"));

      assertThat(delivered.await(20, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void finishesWhatItBeganBeforeItEnds() throws InterruptedException {
    try (var store = new Store(Map.of("switchboard.data", folder.toString()))) {
      var shift = store.bean(Shift.class);
      var thinking = new CountDownLatch(1);
      var goOn = new CountDownLatch(1);
      store.shelf.meanwhile.add(() -> {
        thinking.countDown();
        await(goOn);
      });
      shift.start();
      var id =
          store
              .inbox
              .accept(new Incoming("web", "ada", "m1", "How long does delivery take?"))
              .conversationId();
      assertThat(thinking.await(20, TimeUnit.SECONDS)).isTrue();

      var closing = Thread.ofVirtual().start(shift::close);
      goOn.countDown();
      closing.join();

      assertThat(store.conversations.transcript(id))
          .extracting(Turn::author)
          .containsExactly(Author.CUSTOMER, Author.BOT);
    }
  }

  @Test
  void goesOnAfterAFault() throws InterruptedException {
    try (var store = new Store(Map.of("switchboard.data", folder.toString()))) {
      var delivered = new CountDownLatch(2);
      store.postbox.answers.add(() -> {
        delivered.countDown();
        throw new IllegalStateException("the channel fails");
      });
      store.postbox.answers.add(() -> {
        delivered.countDown();
        return new Delivery.Sent();
      });
      store.bean(Shift.class).start();

      store.inbox.accept(new Incoming("web", "ada", "m1", "How long does delivery take?"));
      store.inbox.accept(new Incoming("web", "bob", "m2", "How long does delivery take?"));

      assertThat(delivered.await(20, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void goesOnAfterAnErrorThatOneMessageCauses() throws InterruptedException {
    try (var store = new Store(Map.of("switchboard.data", folder.toString()))) {
      var delivered = new CountDownLatch(2);
      store.postbox.answers.add(() -> {
        delivered.countDown();
        throw new StackOverflowError("of one message");
      });
      store.postbox.answers.add(() -> {
        delivered.countDown();
        return new Delivery.Sent();
      });
      var shift = store.bean(Shift.class);
      shift.start();

      store.inbox.accept(new Incoming("web", "ada", "m1", "How long does delivery take?"));
      store.inbox.accept(new Incoming("web", "bob", "m2", "How long does delivery take?"));

      assertThat(delivered.await(20, TimeUnit.SECONDS)).isTrue();
      assertThat(shift.trouble()).isEmpty();
    }
  }

  @Test
  void saysWhoIsStuckAndWhoHasEnded() throws InterruptedException {
    try (var store = new Store(Map.of("switchboard.data", folder.toString()))) {
      var shift = store.bean(Shift.class);
      assertThat(shift.trouble()).isPresent();
      shift.start();
      assertThat(shift.trouble()).isEmpty();
      var thinking = new CountDownLatch(1);
      var goOn = new CountDownLatch(1);
      store.shelf.meanwhile.add(() -> {
        thinking.countDown();
        await(goOn);
      });
      store.inbox.accept(new Incoming("web", "ada", "m1", "How long does delivery take?"));
      assertThat(thinking.await(20, TimeUnit.SECONDS)).isTrue();

      store.clock.advance(Hand.LONGEST.plusSeconds(1));
      // Another may have been looking when the clock was moved on.
      Awaitility.await()
          .until(
              () -> shift.trouble().orElse("").matches("bot-\\d has been at one thing for 121 s"));
      goOn.countDown();

      var courier =
          Thread.getAllStackTraces().keySet().stream()
              .filter(thread -> thread.getName().equals("courier"))
              .toList();
      courier.forEach(Thread::interrupt);
      for (var thread : courier) {
        thread.join();
      }
      assertThat(shift.trouble().orElseThrow()).contains("courier has ended");
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }
}
