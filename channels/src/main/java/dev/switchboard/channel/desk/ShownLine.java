package dev.switchboard.channel.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.switchboard.bot.conversation.CaseLine;
import dev.switchboard.bot.conversation.Custody;
import dev.switchboard.bot.conversation.Customer;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A case as a line of the list. Times are ISO 8601.
 *
 * @param id the conversation
 * @param channel the channel it runs through
 * @param customer who writes in it
 * @param state {@code bot}, {@code queued}, {@code agent}, {@code snoozed}, {@code resolved} or
 *     {@code closed}
 * @param agent who has it, or had it last; empty when nobody
 * @param until until when it is put aside, null when it is not
 * @param since since when it is in that state
 * @param because why people have it, empty when nobody said
 * @param language a BCP 47 tag, {@code und} when unknown
 * @param words how the customer's last message begins
 * @param wrote when the customer wrote it
 * @param asked its number, by which a page knows whether it was seen
 * @param team which team sees to it, empty where there are no teams
 * @param priority {@code low}, {@code normal}, {@code high} or {@code urgent}
 * @param due when the first reply is due, null when it is not or was given
 * @param waiting since when the customer waits for a person, null when they do not
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
record ShownLine(
    String id,
    String channel,
    Who customer,
    String state,
    String agent,
    @Nullable String until,
    String since,
    String because,
    String language,
    String words,
    String wrote,
    long asked,
    String team,
    String priority,
    @Nullable String due,
    @Nullable String waiting) {
  private static final int LONGEST_WORDS = 160;

  /**
   * A customer.
   *
   * @param name their name, empty when unknown
   * @param email where they are reached by e-mail, empty when unknown
   * @param verified whether the team's own site has said who they are, so that both are true
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Who(String name, String email, boolean verified) {
    static Who of(Customer customer) {
      return new Who(
          customer.name(),
          customer.email().isEmpty() ? customer.answerTo() : customer.email(),
          customer.isVerified());
    }
  }

  static ShownLine of(CaseLine line) {
    var conversation = line.conversation();
    var custody = conversation.custody();
    return new ShownLine(
        conversation.id(),
        conversation.channel(),
        Who.of(line.customer()),
        state(custody),
        agent(custody),
        custody instanceof Custody.Snoozed(_, var until) ? until.toString() : null,
        line.since().toString(),
        line.because(),
        line.language(),
        begin(line.words()),
        line.wroteAt().toString(),
        line.asked(),
        line.route().team(),
        line.route().priority().name().toLowerCase(Locale.ROOT),
        line.route().due().map(Instant::toString).orElse(null),
        line.waits() ? line.waitsSince().toString() : null);
  }

  /** Whether that agent may write to the customer now. */
  boolean isWith(String name) {
    return state.equals("agent") && agent.equals(name);
  }

  static String state(Custody custody) {
    return switch (custody) {
      case Custody.Bot _, Custody.Returned _ -> "bot";
      case Custody.Queued _ -> "queued";
      case Custody.WithAgent _ -> "agent";
      case Custody.Snoozed _ -> "snoozed";
      case Custody.Resolved _ -> "resolved";
      case Custody.Closed _ -> "closed";
    };
  }

  static String agent(Custody custody) {
    return switch (custody) {
      case Custody.WithAgent(var agent) -> agent;
      case Custody.Snoozed(var agent, _) -> agent;
      case Custody.Returned(var agent) -> agent;
      case Custody.Resolved(var agent) -> agent;
      case Custody.Bot _, Custody.Queued _, Custody.Closed _ -> "";
    };
  }

  private static String begin(String words) {
    if (words.length() <= LONGEST_WORDS) {
      return words;
    }
    boolean splitsPair = Character.isHighSurrogate(words.charAt(LONGEST_WORDS - 1));
    return words.substring(0, LONGEST_WORDS - (splitsPair ? 1 : 0)) + "…";
  }
}
