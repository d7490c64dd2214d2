package dev.switchboard.bot.account;

/** What a link is for that lets somebody in once. */
public sealed interface Link {

  /** Begins the team with its first admin. */
  record Setup() implements Link {}

  /** Lets somebody join the team. */
  record Invitation(String email, Role role) implements Link {}

  /** Lets somebody choose a new password. */
  record Reset(Account account) implements Link {}
}
