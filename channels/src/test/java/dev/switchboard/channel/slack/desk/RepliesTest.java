package dev.switchboard.channel.slack.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.bot.account.Account;
import dev.switchboard.bot.account.Role;
import dev.switchboard.bot.conversation.Author;
import dev.switchboard.bot.conversation.Command.Claim;
import dev.switchboard.bot.conversation.Conversations;
import dev.switchboard.bot.conversation.Inbox;
import dev.switchboard.bot.conversation.Incoming;
import dev.switchboard.bot.store.DurableCommit;
import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What waits for its author's word, or for a moment. */
@MicronautTest(transactional = false)
@Property(name = "datasources.default.url", value = RepliesTest.DATABASE)
class RepliesTest {
  static final String DATABASE =
      "jdbc:h2:mem:slack-replies;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
          + ";DB_CLOSE_DELAY=-1";
  private static final Account ANA = new Account("1", "ana@team.example", "Ana", Role.AGENT, true);

  @Inject Replies replies;
  @Inject PendingReplyTable pending;
  @Inject Inbox inbox;
  @Inject Conversations conversations;
  @Inject DurableCommit commit;
  private Said said = new Said("", "", "", "", "", "", "", List.of());

  @BeforeEach
  void open() {
    var id = inbox.accept(new Incoming("web", "ada", "m1", "hello")).conversationId();
    conversations.command(id, new Claim("Ana"));
    said = new Said("T1", "C1", "1.0", "2.0", id, "U1", "words", List.of());
  }

  @Test
  void sendsNothingByTheClockThatWaitsForItsAuthorsWord() {
    replies.askWhetherToTakeOver(said, ANA, "words", List.of(), "Ben has this case.");

    assertThat(replies.next()).isEmpty();
    var row = commit.write(() -> pending.lock("T1", "C1", "2.0"));
    assertThat(row).hasValueSatisfying(held -> assertThat(held.dueAt()).isEqualTo(Replies.NEVER));
    assertThat(replies.release(said)).isTrue();
    assertThat(replies.release(said)).isFalse();
    assertThat(conversations.transcript(said.conversationId()))
        .filteredOn(turn -> turn.author() == Author.AGENT)
        .hasSize(1);
  }
}
