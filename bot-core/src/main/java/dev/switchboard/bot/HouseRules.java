package dev.switchboard.bot;

import java.util.Set;

/**
 * What the team has laid down: which matters people see to, whatever the bot knows.
 *
 * <p>An implementation needs no network, changes nothing, is safe for use by many threads, and
 * answers in well under a millisecond.
 */
public interface HouseRules {

  /** The topic of customers who may harm themselves: it comes before everything else. */
  String SELF_HARM = "self-harm";

  /** The team's topics that the text is about. */
  Set<String> topics(String text);

  /**
   * Whether the team has listed the customer.
   *
   * @param subject their id at the team's own site, which vouches for both; empty when nobody does
   * @param email their e-mail address, empty when unknown
   */
  boolean isVip(String subject, String email);

  /** What the first rule says that meets the situation. */
  Ruling ruling(Situation situation);
}
