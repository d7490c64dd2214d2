package dev.switchboard.bot;

/**
 * What the rules of the team say of a situation.
 *
 * @param person whether a person has to see to it, whatever the knowledge holds
 * @param because which rule says so, in words a support lead understands; empty when none does
 */
public record Ruling(boolean person, String because) {

  /** No rule asks for a person. */
  public static final Ruling NONE = new Ruling(false, "");
}
