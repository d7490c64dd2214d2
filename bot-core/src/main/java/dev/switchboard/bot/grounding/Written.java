package dev.switchboard.bot.grounding;

import dev.switchboard.bot.Citation;
import java.util.List;

/** What a model wrote, as far as its sources bear it. */
public sealed interface Written {

  /**
   * A reply of sentences that each stand on a passage.
   *
   * @param sentences at least one
   * @param dropped how many sentences were left out, as nothing bore them
   * @param model that wrote it, by the team's name
   */
  record Reply(List<Sentence> sentences, int dropped, String model) implements Written {}

  /**
   * Nothing.
   *
   * @param because the reason
   */
  record Nothing(String because) implements Written {}

  /** A sentence with the words that prove it. */
  record Sentence(String text, Citation proof) {}
}
