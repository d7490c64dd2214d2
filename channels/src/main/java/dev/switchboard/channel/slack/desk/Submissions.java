package dev.switchboard.channel.slack.desk;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewState;
import dev.switchboard.bot.account.Account;
import dev.switchboard.bot.account.Accounts;
import dev.switchboard.bot.conversation.AgentText;
import dev.switchboard.bot.conversation.AgentTurns;
import dev.switchboard.bot.conversation.Conversations;
import dev.switchboard.bot.privacy.Found;
import dev.switchboard.bot.privacy.PersonalData;
import dev.switchboard.channel.slack.people.People;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Takes what people enter in dialogs. */
@Singleton
public final class Submissions {
  private static final int LONGEST_REASON = 500;
  private static final Set<Found.Kind> SECRET =
      Set.of(Found.Kind.CREDIT_CARD, Found.Kind.IBAN_CODE, Found.Kind.US_SSN);

  private final Cache<String, String> asked =
      Caffeine.newBuilder().maximumSize(1_000).expireAfterWrite(Duration.ofHours(1)).build();

  private final People people;
  private final CaseActs acts;
  private final AgentTurns turns;
  private final Accounts accounts;
  private final Conversations conversations;

  Submissions(
      People people,
      CaseActs acts,
      AgentTurns turns,
      Accounts accounts,
      Conversations conversations) {
    this.people = people;
    this.acts = acts;
    this.turns = turns;
    this.accounts = accounts;
    this.conversations = conversations;
  }

  /**
   * Does what the dialog asks for, durably, before it returns.
   *
   * @return what is wrong, by the field it stands at; empty when it is done
   */
  public Map<String, String> take(String teamId, String userId, View view) {
    var act = act(view);
    var about = Dialogs.About.read(view.getPrivateMetadata());
    if (act.isEmpty()
        || about.isEmpty()
        || conversations.find(about.get().conversation()).isEmpty()) {
      return Map.of();
    }
    var field = act.get() == Act.ASSIGN ? DialogViews.WHO : DialogViews.WORDS;
    var problem =
        switch (people.of(teamId, userId)) {
          case People.Person.Agent(var account, _) ->
              take(act.get(), about.get().conversation(), account, view);
          case People.Person.Outsider(var because) -> Optional.of(because);
          case People.Person.Unknown _ ->
              Optional.of("Slack does not say now who you are. Try again in a minute.");
        };
    return problem.map(because -> Map.of(field, because)).orElse(Map.of());
  }

  private static Optional<Act> act(View view) {
    for (var act : Act.values()) {
      if ((DialogViews.CALLBACK + act.name()).equals(view.getCallbackId())) {
        return Optional.of(act);
      }
    }
    return Optional.empty();
  }

  private Optional<String> take(Act act, String id, Account agent, View view) {
    return switch (act) {
      case REPLY -> reply(id, agent, view);
      case NOTE -> note(id, agent, view);
      case RESOLVE -> resolve(id, agent, view);
      case ASSIGN -> assign(id, agent, view);
      case CLAIM,
          TAKE_OVER,
          SNOOZE,
          HAND_BACK,
          RELEASE,
          DIRECT_ON,
          DIRECT_OFF,
          ARTICLE,
          UNDO,
          SEND,
          KEEP ->
          Optional.empty();
    };
  }

  private Optional<String> reply(String id, Account agent, View view) {
    var words = words(view);
    if (words.isBlank()) {
      return Optional.of("Write something.");
    }
    var problem =
        secrets(view, words)
            .or(() ->
                acts.claimed(id, agent.name()).map(because -> because + ": take it over first."));
    if (problem.isPresent()) {
      return problem;
    }
    return switch (turns.reply(id, text(agent, view, words))) {
      case AgentTurns.Outcome.Stored _ -> then(id, agent, view);
      case AgentTurns.Outcome.Refused(var because) -> Optional.of(because);
    };
  }

  /** Asks once before numbers go out that hardly ever should. */
  private Optional<String> secrets(View view, String words) {
    var found =
        PersonalData.in(words).stream()
            .map(Found::kind)
            .filter(SECRET::contains)
            .map(kind -> kind.placeholder().replaceAll("[\\[\\]]", ""))
            .distinct()
            .collect(Collectors.joining(", "));
    return found.isEmpty() || words.equals(asked.asMap().put(view.getId(), words))
        ? Optional.empty()
        : Optional.of("This holds: " + found + ". Send it again if the customer is to get it.");
  }

  private Optional<String> then(String id, Account agent, View view) {
    return switch (then(view)) {
      case NOTHING -> Optional.empty();
      case HAND_BACK -> acts.handBack(id, agent.name());
      case RESOLVE -> acts.resolve(id, agent.name(), "answered");
    };
  }

  private Optional<String> note(String id, Account agent, View view) {
    var words = words(view);
    if (words.isBlank()) {
      return Optional.of("Write something.");
    }
    turns.note(id, text(agent, view, words));
    return Optional.empty();
  }

  private Optional<String> resolve(String id, Account agent, View view) {
    var because = words(view).strip();
    if (because.isEmpty() || because.length() > LONGEST_REASON) {
      return Optional.of("Say how it was resolved, in at most " + LONGEST_REASON + " characters.");
    }
    return acts.resolve(id, agent.name(), because);
  }

  private Optional<String> assign(String id, Account agent, View view) {
    return value(view, DialogViews.WHO)
        .map(ViewState.Value::getSelectedOption)
        .map(ViewState.SelectedOption::getValue)
        .flatMap(accounts::find)
        .filter(account -> account.active() && account.role().worksOnCases())
        .map(to -> acts.assign(id, agent.name(), to.name()))
        .orElse(Optional.of("Choose somebody who works here."));
  }

  // The id of the dialog: Slack may hand the same submission in twice.
  private static AgentText text(Account agent, View view, String words) {
    return new AgentText(agent.name(), "slack/view/" + view.getId(), words);
  }

  private static String words(View view) {
    return value(view, DialogViews.WORDS).map(ViewState.Value::getValue).orElse("");
  }

  private static DialogViews.Then then(View view) {
    return value(view, DialogViews.THEN)
        .map(ViewState.Value::getSelectedOption)
        .map(chosen -> DialogViews.Then.valueOf(chosen.getValue()))
        .orElse(DialogViews.Then.NOTHING);
  }

  private static Optional<ViewState.Value> value(View view, String field) {
    return Optional.ofNullable(view.getState())
        .map(ViewState::getValues)
        .map(values -> values.get(field))
        .map(fields -> fields.get(field));
  }
}
