package dev.switchboard.bot.conversation;

import dev.switchboard.bot.store.DurableCommit;
import jakarta.inject.Singleton;
import java.util.Locale;

/** Takes in what customers write for people to answer by e-mail, while nobody is there. */
@Singleton
public final class LetterBox {
  private final DurableCommit commit;
  private final Inbox inbox;
  private final Customers customers;
  private final HandOff handOff;
  private final Bell bell;

  LetterBox(DurableCommit commit, Inbox inbox, Customers customers, HandOff handOff, Bell bell) {
    this.commit = commit;
    this.inbox = inbox;
    this.customers = customers;
    this.handOff = handOff;
    this.bell = bell;
  }

  /**
   * Takes the letter in, once only: the message, the address to answer to, and the wish for a
   * person, and returns when all of it is durable.
   *
   * @param email where to answer to, checked by the channel
   * @param language the customer's, {@link Locale#ROOT} when unknown
   * @throws dev.switchboard.bot.store.StoreUnavailable when the database cannot take it now
   */
  public Inbox.Taken drop(Incoming letter, String email, Locale language) {
    var taken =
        commit.write(() -> {
          var stored = inbox.take(letter);
          if (stored.first()) {
            customers.answerTo(letter.channel(), letter.address(), email);
            handOff.ask(stored.turn().conversationId(), language);
          }
          return stored;
        });
    bell.ring(new Happening.Changed(taken.turn().conversationId()));
    return taken;
  }
}
