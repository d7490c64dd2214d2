package dev.switchboard.bot.account;

/**
 * Somebody of the support team.
 *
 * @param email in lower case, no two have the same
 * @param name what customers and colleagues read, at most {@value #LONGEST_NAME} characters; no two
 *     have the same, whatever the case, and it is never changed, as conversations keep it
 * @param active whether they may sign in
 */
public record Account(String id, String email, String name, Role role, boolean active) {

  /** Longest name, in UTF-16 characters. */
  public static final int LONGEST_NAME = 80;

  /** Longest address, in characters. */
  public static final int LONGEST_EMAIL = 254;
}
