package dev.switchboard.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.bot.conversation.Command.Claim;
import dev.switchboard.bot.conversation.Custody.Queued;
import dev.switchboard.bot.conversation.Happening.Changed;
import dev.switchboard.bot.conversation.Happening.DraftOver;
import dev.switchboard.bot.conversation.Happening.Drafted;
import dev.switchboard.bot.conversation.Worker.Outcome;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is told of a reply while the bot thinks, and what becomes of thinking without an end. */
@Timeout(60)
class LiveDraftTest extends StoreContract {
  private static final String ANSWER = "Two to four days.";

  @TempDir static Path folder;
  private final List<Happening> heard = new CopyOnWriteArrayList<>();
  private volatile CountDownLatch never = new CountDownLatch(1);

  @Override
  Map<String, Object> configuration() {
    return Map.of("switchboard.data", folder.toString(), "switchboard.longest-thinking", "300ms");
  }

  @BeforeEach
  void listen() {
    heard.clear();
    never = new CountDownLatch(1);
  }

  @AfterEach
  void release() {
    never.countDown();
  }

  @Test
  void tellsEachPartAsSoonAsItIsReadyAndThenThatTheReplyIsStored() {
    var id = accept("ada", "m1", "What does delivery cost? How long does delivery take?");
    work();

    assertThat(heard)
        .containsExactly(
            new Drafted(id.conversationId(), 1, ANSWER, false),
            new Drafted(id.conversationId(), 2, "\n\n" + ANSWER, false),
            new DraftOver(id.conversationId()),
            new Changed(id.conversationId()));
    assertThat(by(Author.BOT, id.conversationId()))
        .extracting(Turn::text)
        .containsExactly(ANSWER + "\n\n" + ANSWER);
  }

  @Test
  void fallsSilentWhenAnAgentClaimsInTheMiddleOfIt() {
    var id =
        accept("ada", "m1", "What does delivery cost? How long does delivery take?")
            .conversationId();
    store.shelf.meanwhile.add(() -> {});
    store.shelf.meanwhile.add(() -> store.conversations.command(id, new Claim("Ann")));

    work();

    assertThat(heard)
        .filteredOn(happening -> !(happening instanceof Changed))
        .containsExactly(new Drafted(id, 1, ANSWER, false), new DraftOver(id));
    assertThat(by(Author.BOT, id)).isEmpty();
  }

  @Test
  void doesNotTellBeforeItIsStoredThatAPersonWillSeeToIt() {
    var id = accept("ada", "m1", "Do you sell skis?").conversationId();

    work();

    assertThat(heard).containsExactly(new Changed(id));
  }

  @Test
  void handsOverWhatTheEngineDoesNotComeToAnEndWith() {
    var id = accept("ada", "m1", "How long does delivery take?").conversationId();
    store.shelf.meanwhile.add(this::waitForEver);

    work();

    assertThat(custody(id)).isEqualTo(new Queued());
    assertThat(store.conversations.custodyEvents(id).getFirst().because())
        .isEqualTo("the bot took longer than 300 ms");
    never.countDown();
    assertThat(by(Author.BOT, id)).extracting(Turn::text).containsExactly("NOT_COVERED");
  }

  @Test
  void goesOnAfterAMessageThatBreaksTheEngine() {
    var id = accept("ada", "m1", "How long does delivery take?").conversationId();
    accept("bob", "m2", "How long does delivery take?");
    store.shelf.meanwhile.add(() -> {
      throw new StackOverflowError();
    });

    work();
    assertThat(store.worker.next()).contains(Outcome.REPLIED);

    assertThat(store.conversations.custodyEvents(id).getFirst().because())
        .isEqualTo("the bot failed: StackOverflowError");
  }

  private void work() {
    try (var listening = store.bean(Bell.class).listen(heard::add)) {
      assertThat(listening).isNotNull();
      assertThat(store.worker.next()).isPresent();
    }
  }

  // As an engine does that does not care about being interrupted.
  private void waitForEver() {
    while (never.getCount() > 0) {
      LockSupport.parkNanos(1_000_000);
    }
  }
}
