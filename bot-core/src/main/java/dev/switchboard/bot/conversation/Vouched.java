package dev.switchboard.bot.conversation;

/**
 * Who a customer is, as the team's own site vouches for it.
 *
 * @param subject the customer's id there, of 1 to {@link #LONGEST_SUBJECT} characters; never
 *     understood, only compared, letter for letter
 * @param name their name; what is too long or cannot be shown is left out
 * @param email their e-mail address, of at most 254 characters, empty when unknown
 */
public record Vouched(String subject, String name, String email) {
  /** Longest id, in UTF-16 characters. */
  public static final int LONGEST_SUBJECT = 1_024;

  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_EMAIL = 254;

  /**
   * Checks the limits.
   *
   * @throws IllegalArgumentException when one does not hold, and says which
   */
  public Vouched {
    StorableText.name("the customer's id", subject, LONGEST_SUBJECT);
    name = StorableText.cut(StorableText.cleaned(name), LONGEST_NAME);
    if (email.length() > LONGEST_EMAIL || !StorableText.cleaned(email).equals(email)) {
      throw new IllegalArgumentException("the customer's e-mail address cannot be stored");
    }
  }
}
