package dev.switchboard.bot.grounding;

/**
 * In what manner a reply is written, where it is not the usual one.
 *
 * @param model that is asked before all others, by the team's name; empty for the usual order
 * @param rules that the model gets, with {@code {code}}, {@code {tone}} and {@code {most}} in
 *     places; empty for the shipped ones
 */
public record Manner(String model, String rules) {
  /** The usual one. */
  public static final Manner USUAL = new Manner("", "");
}
