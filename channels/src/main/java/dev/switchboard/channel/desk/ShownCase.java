package dev.switchboard.channel.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.switchboard.bot.conversation.CustodyEvent;
import dev.switchboard.bot.conversation.Opinion;
import dev.switchboard.bot.model.Booking;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/**
 * A case without what was said in it.
 *
 * @param line the case as in the list
 * @param brief the case in short
 * @param events what became of it so far, in its order
 * @param opinions what the customer thinks of single answers
 * @param language that the customer writes where it is not the team's and can be translated, in
 *     English; else empty
 * @param models what models were asked for it, in their order
 * @param read the last turn that the customer has read, by {@link ShownTurn#shown}
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
record ShownCase(
    ShownLine line,
    ShownBrief brief,
    List<Step> events,
    List<Felt> opinions,
    String language,
    List<Call> models,
    long read) {

  /**
   * A call of a model: what left for it and what was kept back.
   *
   * @param at when, ISO 8601
   * @param model by the team's name
   * @param purpose what it was for
   * @param tokens that were sent
   * @param withheld what of the customer's data was kept back, by kind; empty for nothing
   * @param pictures how many pictures went along
   * @param outcome {@code ANSWERED}, or the kind of failure
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Call(
      String at,
      String model,
      String purpose,
      long tokens,
      String withheld,
      int pictures,
      String outcome) {
    static Call of(Booking booking) {
      return new Call(
          booking.at().toString(),
          booking.model(),
          booking.purpose(),
          booking.usage().in(),
          booking.withheld(),
          booking.pictures(),
          booking.outcome());
    }
  }

  /**
   * A change of custody.
   *
   * @param command what was done, as {@code Claim} or {@code HandBack}
   * @param because why, empty where the command says it all
   * @param state the state after it, as in {@link ShownLine#state}
   * @param agent who has it after it, or had it last
   * @param at when, ISO 8601
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Step(long version, String command, String because, String state, String agent, String at) {
    static Step of(CustodyEvent event) {
      return new Step(
          event.version(),
          event.command(),
          event.because(),
          ShownLine.state(event.to()),
          ShownLine.agent(event.to()),
          event.at().toString());
    }
  }

  /** What the customer thinks of the turn of that number, by {@link ShownTurn#shown}. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Felt(long shown, boolean helpful, String words) {
    static Felt of(Opinion opinion) {
      return new Felt(opinion.shownSeq(), opinion.helpful(), opinion.words());
    }
  }
}
