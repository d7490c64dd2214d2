package dev.switchboard.channel.slack.desk;

import com.slack.api.app_backend.interactive_components.ActionResponseSender;
import com.slack.api.app_backend.interactive_components.response.ActionResponse;
import dev.switchboard.bot.account.Account;
import dev.switchboard.bot.article.ArticleDraft;
import dev.switchboard.bot.article.CaseArticles;
import dev.switchboard.bot.conversation.Conversations;
import dev.switchboard.channel.slack.api.SlackApi;
import dev.switchboard.channel.slack.api.Workspaces;
import dev.switchboard.channel.slack.event.Click;
import dev.switchboard.channel.slack.people.People;
import dev.switchboard.channel.slack.text.Mrkdwn;
import dev.switchboard.channel.slack.text.Ref;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does what people ask for by buttons and menus. */
@Singleton
public final class Clicks {
  private static final Logger LOG = LoggerFactory.getLogger(Clicks.class);

  private final Workspaces workspaces;
  private final People people;
  private final CaseActs acts;
  private final Replies replies;
  private final Dialogs dialogs;
  private final Whispers whispers;
  private final CaseArticles articles;
  private final Conversations conversations;
  private final SlackApi api;
  private final ExecutorService executor;
  private final Clock clock;

  Clicks(
      Workspaces workspaces,
      People people,
      CaseActs acts,
      Replies replies,
      Dialogs dialogs,
      Whispers whispers,
      CaseArticles articles,
      Conversations conversations,
      SlackApi api,
      @Named(TaskExecutors.BLOCKING) ExecutorService executor,
      Clock clock) {
    this.workspaces = workspaces;
    this.people = people;
    this.acts = acts;
    this.replies = replies;
    this.dialogs = dialogs;
    this.whispers = whispers;
    this.articles = articles;
    this.conversations = conversations;
    this.api = api;
    this.executor = executor;
    this.clock = clock;
  }

  /** Does it, durably, before it returns; whatever takes longer goes on afterwards. */
  public void take(Click click) {
    var act = Act.of(click.actionId());
    var ref = Ref.read(click.value());
    if (act.isEmpty()
        || ref.isEmpty()
        || workspaces.of(click.teamId()).isEmpty()
        || conversations.find(ref.get().c()).isEmpty()) {
      return;
    }
    switch (people.of(click.teamId(), click.userId())) {
      case People.Person.Agent(var account, var zone) ->
          take(click, act.get(), ref.get(), account, zone);
      case People.Person.Outsider(var because) -> tell(click, because);
      case People.Person.Unknown _ ->
          tell(click, "Slack does not say now who you are. Try again in a minute.");
    }
  }

  private void take(Click click, Act act, Ref ref, Account account, ZoneId zone) {
    var agent = account.name();
    var problem =
        switch (act) {
          case CLAIM -> acts.claim(ref.c(), agent);
          case TAKE_OVER -> acts.takeOver(ref.c(), agent, ref.x());
          case SNOOZE ->
              Snooze.of(ref.x())
                  .flatMap(
                      snooze -> acts.snooze(ref.c(), agent, snooze.until(clock.instant(), zone)));
          case HAND_BACK -> acts.handBack(ref.c(), agent);
          case RELEASE -> acts.release(ref.c(), agent);
          case DIRECT_ON -> acts.direct(ref.c(), agent, true);
          case DIRECT_OFF -> acts.direct(ref.c(), agent, false);
          case REPLY, NOTE, RESOLVE, ASSIGN -> dialogs.open(act, ref, click);
          case ARTICLE -> draft(click, ref, agent);
          case UNDO, KEEP -> keep(click, ref, account);
          case SEND -> send(click, ref, account);
        };
    problem.ifPresent(because -> refuse(click, act, ref, agent, because));
    if (isOfWhisper(act)) {
      removeWhisper(click);
    }
  }

  private static boolean isOfWhisper(Act act) {
    return switch (act) {
      case UNDO, KEEP, SEND, TAKE_OVER -> true;
      case CLAIM,
          REPLY,
          NOTE,
          SNOOZE,
          HAND_BACK,
          RELEASE,
          ASSIGN,
          RESOLVE,
          DIRECT_ON,
          DIRECT_OFF,
          ARTICLE ->
          false;
    };
  }

  private Optional<String> draft(Click click, Ref ref, String agent) {
    return switch (articles.of(ref.c(), agent)) {
      case CaseArticles.Outcome.Made(var draft) -> drafted(click, "A draft was made", draft);
      case CaseArticles.Outcome.Kept(var draft) -> drafted(click, "There is a draft", draft);
      case CaseArticles.Outcome.Refused(var because) -> Optional.of(because);
    };
  }

  private Optional<String> drafted(Click click, String what, ArticleDraft draft) {
    tell(
        click,
        what
            + ": _"
            + Mrkdwn.escaped(draft.title())
            + "_. Personal data is left out; an author has"
            + " to look at it before it is published.");
    return Optional.empty();
  }

  private Optional<String> keep(Click click, Ref ref, Account account) {
    return replies.keep(said(click, ref), account)
        ? Optional.empty()
        : Optional.of("it is with the customer already");
  }

  private Optional<String> send(Click click, Ref ref, Account account) {
    var owner = acts.owner(ref.c());
    var problem =
        owner.isEmpty() || owner.equals(account.name())
            ? acts.claimed(ref.c(), account.name())
            : acts.takeOver(ref.c(), account.name(), owner);
    if (problem.isEmpty() && !replies.release(said(click, ref))) {
      return Optional.of("that message was seen to already");
    }
    return problem;
  }

  private static Said said(Click click, Ref ref) {
    return new Said(
        click.teamId(),
        click.channelId(),
        click.rootTs(),
        ref.x(),
        ref.c(),
        click.userId(),
        "",
        List.of());
  }

  private void refuse(Click click, Act act, Ref ref, String agent, String because) {
    var owner = acts.owner(ref.c());
    var buttons =
        act == Act.CLAIM && !owner.isEmpty() && !owner.equals(agent)
            ? List.of(new Whispers.Button(Act.TAKE_OVER.id(), Ref.of(ref.c(), owner).json()))
            : List.<Whispers.Button>of();
    whispers.tell(key(click), whom(click), capital(because) + ".", buttons);
  }

  private void tell(Click click, String text) {
    whispers.tell(key(click), whom(click), text, List.of());
  }

  private static Whispers.To whom(Click click) {
    return new Whispers.To(click.teamId(), click.channelId(), click.rootTs(), click.userId());
  }

  // A trigger is made once for each click.
  private static String key(Click click) {
    return "click/" + click.userId() + "/" + click.actionId() + "/" + click.triggerId();
  }

  private static String capital(String because) {
    return because.substring(0, 1).toUpperCase(Locale.ROOT) + because.substring(1);
  }

  /** What was asked is answered: it goes away, as far as Slack lets it. */
  private void removeWhisper(Click click) {
    if (!click.responseUrl().isEmpty()) {
      executor.execute(() -> {
        try {
          new ActionResponseSender(api.sdk())
              .send(click.responseUrl(), ActionResponse.builder().deleteOriginal(true).build());
        } catch (IOException gone) {
          LOG.debug("a whisper could not be taken away: {}", gone.getMessage());
        }
      });
    }
  }
}
