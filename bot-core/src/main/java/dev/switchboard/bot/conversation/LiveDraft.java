package dev.switchboard.bot.conversation;

import dev.switchboard.bot.Decision;
import dev.switchboard.bot.Reply;
import dev.switchboard.bot.store.DurableCommit;
import dev.switchboard.bot.store.StoreUnavailable;

/**
 * What of a reply is ready before all of it is stored: told to whoever looks, never stored itself.
 *
 * <p>It falls silent when the bot loses custody meanwhile. That a person will see to it is not told
 * before it is stored.
 */
final class LiveDraft implements AutoCloseable {
  private final Work work;
  private final DurableCommit commit;
  private final ConversationTable conversations;
  private final Bell bell;
  private int told;

  LiveDraft(Work work, DurableCommit commit, ConversationTable conversations, Bell bell) {
    this.work = work;
    this.commit = commit;
    this.conversations = conversations;
    this.bell = bell;
  }

  /** A part is ready. */
  void ready(Reply.Part part) {
    if (!(part.decision() instanceof Decision.Escalate) && maySpeak()) {
      told++;
      bell.ring(new Happening.Drafted(work.row().id(), told, ReplyText.of(part)));
    }
  }

  private boolean maySpeak() {
    try {
      return commit
          .read(() -> conversations.custodyVersion(work.row().id()))
          .filter(version -> version == work.row().custodyVersion())
          .isPresent();
    } catch (StoreUnavailable gone) {
      // Who has the conversation cannot be told now; the reply itself may still be stored.
      return false;
    }
  }

  /** The reply is stored, or never will be. */
  @Override
  public void close() {
    if (told > 0) {
      bell.ring(new Happening.DraftOver(work.row().id()));
    }
  }
}
