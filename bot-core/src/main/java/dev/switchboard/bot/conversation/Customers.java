package dev.switchboard.bot.conversation;

import dev.switchboard.bot.store.DurableCommit;
import dev.switchboard.bot.store.Sha256;
import jakarta.inject.Singleton;
import java.time.Clock;

/** What is known of the customers behind the addresses. */
@Singleton
public final class Customers {
  private final DurableCommit commit;
  private final CustomerTable table;
  private final Relocation relocation;
  private final Clock clock;

  Customers(DurableCommit commit, CustomerTable table, Relocation relocation, Clock clock) {
    this.commit = commit;
    this.table = table;
    this.relocation = relocation;
    this.clock = clock;
  }

  /** Who writes from the address; of whom nothing is known every part is empty. */
  public Customer at(String channel, String address) {
    return commit
        .read(() -> table.at(channel, address))
        .map(CustomerRow::customer)
        .orElse(Customer.UNKNOWN);
  }

  /**
   * The one address of a customer whom the team's own site vouches for, however many devices they
   * have.
   *
   * @param unused an address that nobody has ever written from; it becomes theirs when they are new
   */
  public String known(String channel, String unused, Vouched vouched) {
    return commit.write(() -> noted(channel, unused, vouched));
  }

  /** Notes who writes from an address that is theirs alone, as their channel vouches for it. */
  public void note(String channel, String address, Vouched vouched) {
    commit.run(() -> {
      table.add(channel, address, clock.millis());
      table.vouch(
          channel, address, vouched.subject(), vouched.name(), vouched.email(), clock.millis());
    });
  }

  /**
   * Does what {@link #known} does for a customer who has written before they said who they are:
   * what they wrote becomes theirs too.
   *
   * @param from the address they wrote from, which is nobody else's
   */
  public String joined(String channel, String from, Vouched vouched) {
    return commit.write(() -> {
      var theirs = noted(channel, from, vouched);
      if (!theirs.equals(from)) {
        relocation.move(channel, from, theirs);
      }
      return theirs;
    });
  }

  private String noted(String channel, String address, Vouched vouched) {
    var hash = hash(vouched.subject());
    table.identify(channel, hash, address);
    var theirs = table.identified(channel, hash);
    table.add(channel, theirs, clock.millis());
    table.vouch(
        channel, theirs, vouched.subject(), vouched.name(), vouched.email(), clock.millis());
    return theirs;
  }

  /** Notes where the customer wants to be answered, as they say it themselves. */
  void answerTo(String channel, String address, String email) {
    commit.run(() -> {
      table.add(channel, address, clock.millis());
      table.answerTo(channel, address, email, clock.millis());
    });
  }

  private static String hash(String subject) {
    return Sha256.hex(subject);
  }
}
