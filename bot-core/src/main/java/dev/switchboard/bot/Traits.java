package dev.switchboard.bot;

import java.util.Set;

/**
 * What of a question decides who answers it: all that a routing policy may go by, and no words of
 * the customer's.
 *
 * @param urgent why a person has to see to it whatever is known, empty when nothing asks for one
 * @param found what the knowledge alone would do
 * @param document whether the best article is a document, of which sentences are quoted
 * @param confidence calibrated chance, 0 to 1, that the best article answers
 * @param questions how many questions the message holds, 0 when none
 * @param reasoning whether several things have to be thought through together
 * @param tool whether a tool of the team may know more
 * @param pictures how many pictures came along
 * @param cross whether the customer sounds annoyed
 * @param failures how many of the latest answers, in a row, did not help
 * @param foreign whether the knowledge holds nothing in the customer's language
 * @param vip whether the team has listed the customer
 * @param topics the team's topics that the message is about
 * @param channel through which it came, empty when through none
 */
public record Traits(
    String urgent,
    Found found,
    boolean document,
    double confidence,
    int questions,
    boolean reasoning,
    boolean tool,
    int pictures,
    boolean cross,
    int failures,
    boolean foreign,
    boolean vip,
    Set<String> topics,
    String channel) {

  /** What the knowledge alone would do. */
  public enum Found {
    /** Give an article as the answer. */
    ANSWER,
    /** Offer some for choice. */
    CHOICE,
    /** Call a person. */
    NOTHING,
    /** Return a courtesy: nothing was asked. */
    COURTESY
  }

  public Traits {
    topics = Set.copyOf(topics);
  }
}
