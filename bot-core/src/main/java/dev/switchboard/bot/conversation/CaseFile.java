package dev.switchboard.bot.conversation;

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
}
