package dev.switchboard.bot.conversation;

import dev.switchboard.bot.Decision;
import dev.switchboard.bot.Progress;
import dev.switchboard.bot.Reply;
import dev.switchboard.bot.store.DurableCommit;
import dev.switchboard.bot.store.StoreUnavailable;

/**
 * What of a reply is ready before all of it is stored: told to whoever looks, never stored itself.
 *
 * <p>It falls silent when the bot loses custody meanwhile. That a person will see to it is not told
 * before it is stored.
 */
final class LiveDraft implements Progress, AutoCloseable {
  private final Work work;
  private final DurableCommit commit;
  private final ConversationTable conversations;
  private final Bell bell;
  private int told;
  private String finished = "";
  private String shown = "";

  LiveDraft(Work work, DurableCommit commit, ConversationTable conversations, Bell bell) {
    this.work = work;
    this.commit = commit;
    this.conversations = conversations;
    this.bell = bell;
  }

  @Override
  public void ready(Reply.Part part) {
    if (part.decision() instanceof Decision.Escalate) {
      show(finished);
    } else if (maySpeak()) {
      finished = after(finished, ReplyText.of(part));
      show(finished);
    }
  }

  @Override
  public void writing(String text) {
    if (text.isEmpty()) {
      show(finished);
    } else if (maySpeak()) {
      show(after(finished, text));
    }
  }

  private static String after(String before, String next) {
    return before.isEmpty() ? next : before + "\n\n" + next;
  }

  // What was shown may have been void: then all of it is told anew.
  private void show(String text) {
    if (text.equals(shown)) {
      return;
    }
    told++;
    boolean goesOn = text.startsWith(shown);
    var piece = goesOn ? text.substring(shown.length()) : text;
    bell.ring(new Happening.Drafted(work.row().id(), told, piece, !goesOn));
    shown = text;
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
