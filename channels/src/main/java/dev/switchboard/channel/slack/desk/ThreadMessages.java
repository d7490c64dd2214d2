package dev.switchboard.channel.slack.desk;

import dev.switchboard.bot.account.Account;
import dev.switchboard.bot.conversation.AgentText;
import dev.switchboard.bot.conversation.AgentTurns;
import dev.switchboard.bot.conversation.Conversations;
import dev.switchboard.bot.conversation.Custody;
import dev.switchboard.bot.store.DurableCommit;
import dev.switchboard.channel.slack.api.SlackSettings;
import dev.switchboard.channel.slack.file.FilesIn;
import dev.switchboard.channel.slack.people.People;
import dev.switchboard.channel.slack.text.Mrkdwn;
import dev.switchboard.channel.slack.text.SlackWords;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Decides what becomes of what people write in the threads of cases: nothing goes to a customer
 * that was not meant to.
 */
@Singleton
final class ThreadMessages {
  private static final Pattern NOTE =
      Pattern.compile("\\s*(?:(?:note|private)\\s*:|//)\\s*(.*)", flags());
  private static final Pattern REPLY = Pattern.compile("\\s*reply\\s*:\\s*(.*)", flags());
  private static final Pattern MENTIONS = Pattern.compile("(\\s*<@[^>]+>)+\\s*");

  private final ThreadTable threads;
  private final People people;
  private final Replies replies;
  private final CaseActs acts;
  private final AgentTurns turns;
  private final Conversations conversations;
  private final Whispers whispers;
  private final FilesIn filesIn;
  private final SlackSettings settings;
  private final DurableCommit commit;

  ThreadMessages(
      ThreadTable threads,
      People people,
      Replies replies,
      CaseActs acts,
      AgentTurns turns,
      Conversations conversations,
      Whispers whispers,
      FilesIn filesIn,
      SlackSettings settings,
      DurableCommit commit) {
    this.threads = threads;
    this.people = people;
    this.replies = replies;
    this.acts = acts;
    this.turns = turns;
    this.conversations = conversations;
    this.whispers = whispers;
    this.filesIn = filesIn;
    this.settings = settings;
    this.commit = commit;
  }

  private static int flags() {
    return Pattern.CASE_INSENSITIVE | Pattern.DOTALL;
  }

  /** The case whose thread begins with that message, if it is one. */
  Optional<ThreadTable.Row> thread(String teamId, String channelId, String rootTs) {
    return commit.read(() -> threads.at(teamId, channelId, rootTs));
  }

  /**
   * Somebody wrote in the thread of a case.
   *
   * @return whether it is seen to; else Slack does not say now who it is
   */
  boolean said(ThreadTable.Row thread, Said said) {
    return switch (people.of(said.teamId(), said.userId())) {
      case People.Person.Agent(var account, _) -> {
        said(thread, said, account);
        yield true;
      }
      case People.Person.Outsider(var because) -> {
        whispers.tell(said.key() + "/outsider", said.author(), because, List.of());
        yield true;
      }
      case People.Person.Unknown _ -> false;
    };
  }

  private void said(ThreadTable.Row thread, Said said, Account agent) {
    var note = NOTE.matcher(said.text());
    var reply = REPLY.matcher(said.text());
    if (note.matches()) {
      note(said, agent, note.group(1));
    } else if (MENTIONS.matcher(said.text()).matches()) {
      note(said, agent, said.text());
    } else if (reply.matches()) {
      sendOrAsk(said, agent, words(said, reply.group(1)), false);
    } else if (thread.isDirect(agent.name(), settings.direct())) {
      sendOrAsk(said, agent, words(said, said.text()), true);
    } else {
      note(said, agent, said.text());
    }
  }

  private void note(Said said, Account agent, String text) {
    replies.note(said, agent, named(said, words(said, text)));
  }

  // A note names its files; they stay where they are.
  private static String named(Said said, String words) {
    return (words + "\n" + FilesIn.named(said.files())).strip();
  }

  private void sendOrAsk(Said said, Account agent, String words, boolean undo) {
    var files = files(said);
    if (!files.refused().isEmpty()) {
      replies.note(said, agent, named(said, words));
      whispers.tell(
          said.key() + "/files",
          said.author(),
          ":warning: Not sent to the customer but kept as a note: "
              + Mrkdwn.escaped(String.join(", ", files.refused())),
          List.of());
    } else if (!acts.isWith(said.conversationId(), agent.name())) {
      replies.askWhetherToTakeOver(said, agent, words, files.ids(), because(said.conversationId()));
    } else if (undo) {
      replies.sendSoon(said, agent, words, files.ids());
    } else {
      replies.send(said, agent, words, files.ids());
    }
  }

  private FilesIn.Taken files(Said said) {
    if (said.files().isEmpty()) {
      return new FilesIn.Taken(List.of(), List.of());
    }
    var conversation = conversations.find(said.conversationId()).orElseThrow();
    return filesIn.take(
        said.teamId(), said.files(), conversation.channel(), conversation.address());
  }

  private String because(String id) {
    return switch (conversations.find(id).orElseThrow().custody()) {
      case Custody.WithAgent(var owner) -> owner + " has this case.";
      case Custody.Snoozed(var owner, _) -> owner + " has put this case aside.";
      case Custody.Queued _ -> "Nobody has this case yet.";
      case Custody.Bot _, Custody.Returned _ -> "The bot is answering this customer.";
      case Custody.Resolved _ -> "This case is resolved.";
      case Custody.Closed _ -> "This case is closed.";
    };
  }

  /** Sends a message that stands in the thread, because an agent says so. */
  void sendToCustomer(Said said, Account agent) {
    replies.forget(said.teamId(), said.channelId(), said.ts());
    if (isSent(said)) {
      whispers.tell(
          said.key() + "/again", said.author(), "The customer has that already.", List.of());
      return;
    }
    var text = said.text();
    for (var prefix : List.of(NOTE, REPLY)) {
      var matcher = prefix.matcher(text);
      text = matcher.matches() ? matcher.group(1) : text;
    }
    sendOrAsk(said, agent, words(said, text), false);
  }

  /** Somebody changed what they had written. */
  void edited(Said said) {
    if (replies.isHeld(said)) {
      changeHeld(said);
    } else if (isSent(said)) {
      tooLate(said, "changed");
    } else if (turns.written(said.noteKey()).isPresent()
        && people.of(said.teamId(), said.userId()) instanceof People.Person.Agent(var agent, _)) {
      noteChange(said, agent);
    }
  }

  // What has become a note by the change must not go out any more.
  private void changeHeld(Said said) {
    var note = NOTE.matcher(said.text());
    var reply = REPLY.matcher(said.text());
    if (note.matches() || MENTIONS.matcher(said.text()).matches()) {
      var text = note.matches() ? note.group(1) : said.text();
      replies.keepInstead(said, named(said, words(said, text)));
    } else {
      replies.edit(said, words(said, reply.matches() ? reply.group(1) : said.text()));
    }
  }

  private boolean isSent(Said said) {
    return turns.written(said.key()).isPresent();
  }

  private void noteChange(Said said, Account agent) {
    var words = NOTE.matcher(said.text());
    var changed = words(said, words.matches() ? words.group(1) : said.text());
    if (!changed.isBlank()) {
      turns.note(
          said.conversationId(),
          new AgentText(
              agent.name(),
              said.noteKey() + "/" + Integer.toHexString(changed.hashCode()),
              "(changed) " + changed));
    }
  }

  /** Somebody took away what they had written. */
  void deleted(Said said) {
    if (!replies.forget(said.teamId(), said.channelId(), said.ts()) && isSent(said)) {
      tooLate(said, "deleted");
    }
  }

  private void tooLate(Said said, String what) {
    whispers.tell(
        said.key() + "/" + what,
        said.author(),
        ":warning: The customer has that message already; it cannot be " + what + " any more.",
        List.of());
  }

  private String words(Said said, String text) {
    return SlackWords.of(text, user -> people.name(said.teamId(), user)).strip();
  }
}
