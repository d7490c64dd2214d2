package dev.switchboard.bot.account;

/** What somebody of the team may do. */
public enum Role {
  /** Talks to customers. */
  AGENT,
  /** Writes articles. */
  AUTHOR,
  /** Talks to customers and sees how everybody does. */
  LEAD,
  /** Also decides who belongs to the team. */
  ADMIN;

  /** Whether they talk to customers. */
  public boolean worksOnCases() {
    return switch (this) {
      case AGENT, LEAD, ADMIN -> true;
      case AUTHOR -> false;
    };
  }
}
