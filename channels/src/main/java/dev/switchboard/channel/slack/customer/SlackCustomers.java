package dev.switchboard.channel.slack.customer;

import dev.switchboard.bot.Message;
import dev.switchboard.bot.conversation.Conversations;
import dev.switchboard.bot.conversation.Customers;
import dev.switchboard.bot.conversation.Inbox;
import dev.switchboard.bot.conversation.Incoming;
import dev.switchboard.bot.conversation.Vouched;
import dev.switchboard.channel.slack.event.Happened;
import dev.switchboard.channel.slack.file.FilesIn;
import dev.switchboard.channel.slack.people.People;
import dev.switchboard.channel.slack.text.SlackWords;
import jakarta.inject.Singleton;
import java.util.List;

/** Customers who write in Slack: to the app directly, or by mentioning it in a channel. */
@Singleton
public final class SlackCustomers {
  static final String CHANNEL = "slack";

  private final Inbox inbox;
  private final Conversations conversations;
  private final Customers customers;
  private final People people;
  private final FilesIn files;

  SlackCustomers(
      Inbox inbox, Conversations conversations, Customers customers, People people, FilesIn files) {
    this.inbox = inbox;
    this.conversations = conversations;
    this.customers = customers;
    this.people = people;
    this.files = files;
  }

  /**
   * Takes in what somebody wrote, once, when it is meant for the app: directly, with a mention, or
   * in a thread that began so.
   */
  public void wrote(Happened.Wrote wrote) {
    var place = place(wrote);
    if (!isForUs(wrote, place) || inbox.before(CHANNEL, id(wrote)).isPresent()) {
      return;
    }
    var taken = files.take(wrote.teamId(), wrote.files(), CHANNEL, place.address());
    var words = words(wrote, taken.refused());
    if (words.isBlank() && taken.ids().isEmpty()) {
      return;
    }
    note(wrote, place);
    inbox.accept(new Incoming(CHANNEL, place.address(), id(wrote), words, taken.ids()));
  }

  private boolean isForUs(Happened.Wrote wrote, Place place) {
    return !wrote.userId().isEmpty()
        && (wrote.direct()
            || wrote.mentioned()
            || !conversations.at(CHANNEL, place.address(), 1).isEmpty());
  }

  // In a channel the answers go into a thread, which begins with the question.
  private static Place place(Happened.Wrote wrote) {
    boolean begins = wrote.rootTs().isEmpty() && !wrote.direct();
    return new Place(wrote.teamId(), wrote.channelId(), begins ? wrote.ts() : wrote.rootTs());
  }

  // A mention comes in twice, as two events about one message.
  private static String id(Happened.Wrote wrote) {
    return wrote.teamId() + "/" + wrote.channelId() + "/" + wrote.ts();
  }

  private String words(Happened.Wrote wrote, List<String> refused) {
    var spoken = wrote.text().replaceFirst("\\A\\s*<@[^>]+>[\\s,:]*", "");
    var words = SlackWords.of(spoken, user -> people.name(wrote.teamId(), user)).strip();
    var all = (words + "\n" + String.join("\n", refused)).strip();
    return all.length() <= Message.MAX_LENGTH
        ? all
        : all.substring(0, Message.MAX_LENGTH - 1) + "…";
  }

  /** A workspace knows its members, so they count as vouched for; others keep no name here. */
  private void note(Happened.Wrote wrote, Place place) {
    people
        .profile(wrote.teamId(), wrote.userId())
        .filter(profile -> !profile.stranger() && !wrote.foreign())
        .ifPresent(profile ->
            customers.note(
                CHANNEL,
                place.address(),
                new Vouched(
                    wrote.teamId() + "/" + wrote.userId(), profile.name(), profile.email())));
  }
}
