package dev.switchboard.bot.conversation;

/**
 * Who writes from an address, as far as it is known.
 *
 * @param subject the customer's id at the team's own site, which has vouched for name and e-mail
 *     address; empty for a customer nobody vouches for
 * @param name their name, empty when unknown
 * @param email their e-mail address, empty when unknown
 * @param answerTo the e-mail address they left themselves for the answer, unverified; empty when
 *     they left none
 */
public record Customer(String subject, String name, String email, String answerTo) {
  static final Customer UNKNOWN = new Customer("", "", "", "");

  /** Whether the team's own site has said who it is. */
  public boolean isVerified() {
    return !subject.isEmpty();
  }
}
