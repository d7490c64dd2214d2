package dev.switchboard.bot.conversation;

import java.time.Instant;
import java.util.List;

/**
 * All that people need to work on a case.
 *
 * @param line the case in short
 * @param turns its latest {@link Cases#MOST_TURNS} turns in their order, notes and suggestions too
 * @param events its changes of custody in their order
 * @param opinions what the customer thinks of single answers
 * @param ratings how the customer rated the help as a whole, in the order it was resolved
 * @param readUpTo the last turn the customer has read, by {@link Turn#shownSeq()}; 0 for none
 */
public record CaseFile(
    CaseLine line,
    List<Turn> turns,
    List<CustodyEvent> events,
    List<Opinion> opinions,
    List<Rating> ratings,
    long readUpTo) {
  public CaseFile {
    turns = List.copyOf(turns);
    events = List.copyOf(events);
    opinions = List.copyOf(opinions);
    ratings = List.copyOf(ratings);
  }

  /** The turns about the matter at hand: what was resolved, and taken up again, is another. */
  public List<Turn> matter() {
    var begun = begun();
    return turns.stream().filter(turn -> !turn.at().isBefore(begun)).toList();
  }

  private Instant begun() {
    var begun = Instant.MIN;
    for (int i = 1; i < events.size(); i++) {
      if (events.get(i - 1).to() instanceof Custody.Resolved
          && !(events.get(i).to() instanceof Custody.Closed)) {
        begun = events.get(i - 1).at();
      }
    }
    return begun;
  }
}
