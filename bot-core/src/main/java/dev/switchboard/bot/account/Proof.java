package dev.switchboard.bot.account;

import java.time.Duration;

/** What came of somebody's trying a password. */
public sealed interface Proof {

  /** It is theirs. */
  record Proved(Account account) implements Proof {}

  /** It is not, or there is no such account, or it is not active: the same for all. */
  record Wrong() implements Proof {}

  /** It was not tried, as too many have failed before; it may be after that time. */
  record TooSoon(Duration remaining) implements Proof {}
}
