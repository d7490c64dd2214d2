package dev.switchboard.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.bot.conversation.Command.AskForPerson;
import dev.switchboard.bot.conversation.Command.Assign;
import dev.switchboard.bot.conversation.Command.Claim;
import dev.switchboard.bot.conversation.Command.Close;
import dev.switchboard.bot.conversation.Command.CustomerWrote;
import dev.switchboard.bot.conversation.Command.End;
import dev.switchboard.bot.conversation.Command.Escalate;
import dev.switchboard.bot.conversation.Command.HandBack;
import dev.switchboard.bot.conversation.Command.Release;
import dev.switchboard.bot.conversation.Command.Resolve;
import dev.switchboard.bot.conversation.Command.Snooze;
import dev.switchboard.bot.conversation.Command.Transfer;
import dev.switchboard.bot.conversation.Command.Wake;
import dev.switchboard.bot.conversation.Custody.Bot;
import dev.switchboard.bot.conversation.Custody.Closed;
import dev.switchboard.bot.conversation.Custody.Queued;
import dev.switchboard.bot.conversation.Custody.Resolved;
import dev.switchboard.bot.conversation.Custody.Returned;
import dev.switchboard.bot.conversation.Custody.Snoozed;
import dev.switchboard.bot.conversation.Custody.WithAgent;
import dev.switchboard.bot.conversation.Transition.Accepted;
import dev.switchboard.bot.conversation.Transition.Refused;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every command in every custody. Ann has the conversation, or had it; Ben never had. */
class CustodyPolicyTest {
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
  private static final Instant LATER = NOON.plusSeconds(60);

  private static final List<Custody> CUSTODIES =
      List.of(
          new Bot(),
          new Queued(),
          new WithAgent("Ann"),
          new Snoozed("Ann", NOON),
          new Returned("Ann"),
          new Resolved("Ann"),
          new Closed());

  private static final String BOT_LACKS = "the bot does not have the conversation";
  private static final String ANN_HAS = "Ann has it";
  private static final String CLAIM_FIRST = "claim the conversation first";
  private static final String AWAKE = "the conversation is not put aside";
  private static final String UNRESOLVED = "the conversation is not resolved";
  private static final String OVER = "the conversation is closed";

  // A cell: the custody after the command; "=" nothing changes; or the reason of the refusal.
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # command      | Bot      | Queued  | WithAgent | Snoozed   | Returned | Resolved | Closed
          CustomerWrote  | =        | =       | =         | Ann       | =        | Bot      | OVER
          Escalate       | Queued   | NOT_BOT | NOT_BOT   | NOT_BOT   | Queued   | NOT_BOT  | OVER
          Claim Ann      | Ann      | Ann     | YOURS     | Ann       | Ann      | Ann      | OVER
          Claim Ben      | Ben      | Ben     | HERS      | HERS      | Ben      | Ben      | OVER
          Snooze Ann     | CLAIM    | CLAIM   | Snoozed   | ASIDE     | CLAIM    | CLAIM    | OVER
          Snooze later   | CLAIM    | CLAIM   | Later     | Later     | CLAIM    | CLAIM    | OVER
          Snooze Ben     | CLAIM    | CLAIM   | HERS      | HERS      | CLAIM    | CLAIM    | OVER
          Wake           | AWAKE    | AWAKE   | AWAKE     | Ann       | AWAKE    | AWAKE    | OVER
          HandBack Ann   | CLAIM    | CLAIM   | Returned  | Returned  | CLAIM    | CLAIM    | OVER
          HandBack Ben   | CLAIM    | CLAIM   | HERS      | HERS      | CLAIM    | CLAIM    | OVER
          Resolve Ann    | CLAIM    | CLAIM   | Resolved  | Resolved  | CLAIM    | CLAIM    | OVER
          Resolve Ben    | CLAIM    | CLAIM   | HERS      | HERS      | CLAIM    | CLAIM    | OVER
          Release Ann    | CLAIM    | CLAIM   | Queued    | Queued    | CLAIM    | CLAIM    | OVER
          Release Ben    | CLAIM    | CLAIM   | HERS      | HERS      | CLAIM    | CLAIM    | OVER
          Assign Ann     | Ann      | Ann     | ITS_HERS  | Ann       | Ann      | Ann      | OVER
          Assign Ben     | Ben      | Ben     | Ben       | Ben       | Ben      | Ben      | OVER
          Hers to Ben    | Ben      | Ben     | Ben       | Ben       | Ben      | Ben      | OVER
          Hers to Ann    | Ann      | Ann     | ITS_HERS  | Ann       | Ann      | Ann      | OVER
          Cem's to Ben   | Ben      | Ben     | HERS      | HERS      | Ben      | Ben      | OVER
          None's to Ben  | Ben      | Ben     | HERS      | HERS      | Ben      | Ben      | OVER
          AskForPerson   | Queued   | =       | =         | Ann       | Queued   | Queued   | OVER
          End            | Closed   | Closed  | Closed    | Closed    | Closed   | Closed   | OVER
          Close          | OPEN     | OPEN    | OPEN      | OPEN      | OPEN     | Closed   | OVER
          """)
  void followsTheTable(
      String command,
      String bot,
      String queued,
      String withAgent,
      String snoozed,
      String returned,
      String resolved,
      String closed) {
    var cells = List.of(bot, queued, withAgent, snoozed, returned, resolved, closed);
    for (int column = 0; column < cells.size(); column++) {
      var custody = CUSTODIES.get(column);
      assertThat(CustodyPolicy.decide(custody, command(command)))
          .as("%s in %s", command, custody)
          .isEqualTo(expected(cells.get(column), custody));
    }
  }

  private static Command command(String name) {
    return switch (name) {
      case "CustomerWrote" -> new CustomerWrote();
      case "Escalate" -> new Escalate("not covered");
      case "Claim Ann" -> new Claim("Ann");
      case "Claim Ben" -> new Claim("Ben");
      case "Snooze Ann" -> new Snooze("Ann", NOON);
      case "Snooze later" -> new Snooze("Ann", LATER);
      case "Snooze Ben" -> new Snooze("Ben", NOON);
      case "Wake" -> new Wake();
      case "HandBack Ann" -> new HandBack("Ann");
      case "HandBack Ben" -> new HandBack("Ben");
      case "Resolve Ann" -> new Resolve("Ann");
      case "Resolve Ben" -> new Resolve("Ben");
      case "Release Ann" -> new Release("Ann");
      case "Release Ben" -> new Release("Ben");
      case "Assign Ann" -> new Assign("Ann");
      case "Assign Ben" -> new Assign("Ben");
      case "Hers to Ben" -> new Transfer("Ben", "Ben", "Ann");
      case "Hers to Ann" -> new Transfer("Ben", "Ann", "Ann");
      case "Cem's to Ben" -> new Transfer("Ben", "Ben", "Cem");
      case "None's to Ben" -> new Transfer("Ben", "Ben", "");
      case "AskForPerson" -> new AskForPerson();
      case "End" -> new End();
      case "Close" -> new Close();
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static Transition expected(String cell, Custody before) {
    return switch (cell) {
      case "=" -> new Accepted(before);
      case "Bot" -> new Accepted(new Bot());
      case "Queued" -> new Accepted(new Queued());
      case "Ann", "Ben" -> new Accepted(new WithAgent(cell));
      case "Snoozed" -> new Accepted(new Snoozed("Ann", NOON));
      case "Later" -> new Accepted(new Snoozed("Ann", LATER));
      case "Returned" -> new Accepted(new Returned("Ann"));
      case "Resolved" -> new Accepted(new Resolved("Ann"));
      case "Closed" -> new Accepted(new Closed());
      case "NOT_BOT" -> new Refused(BOT_LACKS);
      case "ITS_HERS" -> new Refused("Ann has it already");
      case "HERS" -> new Refused(ANN_HAS);
      case "YOURS" -> new Refused("you have it already");
      case "ASIDE" -> new Refused("it is put aside until then already");
      case "CLAIM" -> new Refused(CLAIM_FIRST);
      case "AWAKE" -> new Refused(AWAKE);
      case "OPEN" -> new Refused(UNRESOLVED);
      case "OVER" -> new Refused(OVER);
      default -> throw new IllegalArgumentException(cell);
    };
  }

  @Test
  void theTableHasEveryCustody() {
    assertThat(names(CUSTODIES.stream().map(Object::getClass)))
        .isEqualTo(names(Stream.of(Custody.class.getPermittedSubclasses())));
  }

  private static Set<String> names(Stream<? extends Class<?>> types) {
    return types.map(Class::getSimpleName).collect(Collectors.toSet());
  }

  @Test
  void onlyTheBotsOwnCustodiesLetItSpeak() {
    assertThat(CUSTODIES).filteredOn(Custody::bot).containsExactly(new Bot(), new Returned("Ann"));
  }

  @Test
  void everyCustodyIsStoredAndReadBack() {
    assertThat(CUSTODIES)
        .allSatisfy(it -> assertThat(CustodyColumns.of(it).custody()).isEqualTo(it));
  }
}
