package dev.switchboard.bot.model;

import java.util.Set;

/**
 * On what terms models are asked.
 *
 * @param tier that is asked first; where it cannot answer, those below it are
 * @param model that is asked before all others, by the team's name; empty for none
 * @param purpose under which calls are booked
 * @param conversationId on which they are booked, empty for none
 * @param team of whose budget it is paid beside that of all, empty for none
 * @param tokensIn how long the question is at most, in tokens
 * @param mostTokens the longest answer, in tokens; 0 for as long as usual
 * @param withheld what of a customer's data was kept back, by kind: {@code e-mail 1, phone 2}
 * @param pictures how many pictures go along
 * @param needs what a model must be able to do
 */
record Terms(
    Tier tier,
    String model,
    String purpose,
    String conversationId,
    String team,
    long tokensIn,
    int mostTokens,
    String withheld,
    int pictures,
    Set<Ability> needs) {
  private static final int USUAL_TOKENS = 4_096;

  /** The longest answer of the model, in tokens. */
  int most(Model model) {
    long most =
        mostTokens > 0 ? mostTokens : Math.clamp(model.window() - tokensIn, 1, USUAL_TOKENS);
    return (int) Math.max(most, model.quirks().fewestTokens());
  }
}
