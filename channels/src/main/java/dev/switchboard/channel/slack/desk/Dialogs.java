package dev.switchboard.channel.slack.desk;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import com.slack.api.methods.response.views.ViewsOpenResponse;
import com.slack.api.model.view.View;
import dev.switchboard.bot.account.Account;
import dev.switchboard.bot.account.Accounts;
import dev.switchboard.bot.conversation.Suggestion;
import dev.switchboard.bot.conversation.Suggestions;
import dev.switchboard.channel.slack.api.Outcome;
import dev.switchboard.channel.slack.api.SlackApi;
import dev.switchboard.channel.slack.api.Workspace;
import dev.switchboard.channel.slack.api.Workspaces;
import dev.switchboard.channel.slack.event.Click;
import dev.switchboard.channel.slack.text.Ref;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens dialogs. Slack lets one be opened only within three seconds of the click: it comes at once,
 * and is filled when what it shows is there.
 */
@Singleton
final class Dialogs {
  private static final Logger LOG = LoggerFactory.getLogger(Dialogs.class);
  private static final Gson GSON = new Gson();
  private static final int MOST_SUGGESTIONS = 3;

  private final Workspaces workspaces;
  private final SlackApi api;
  private final Suggestions suggestions;
  private final Accounts accounts;
  private final ExecutorService executor;

  Dialogs(
      Workspaces workspaces,
      SlackApi api,
      Suggestions suggestions,
      Accounts accounts,
      @Named(TaskExecutors.BLOCKING) ExecutorService executor) {
    this.workspaces = workspaces;
    this.api = api;
    this.suggestions = suggestions;
    this.accounts = accounts;
    this.executor = executor;
  }

  /** What a dialog is about, as it travels through Slack. */
  record About(String conversation, String channelId, String rootTs) {
    String json() {
      return GSON.toJson(this);
    }

    static Optional<About> read(@Nullable String json) {
      try {
        return Optional.ofNullable(json)
            .map(text -> GSON.fromJson(text, About.class))
            .filter(about -> about.conversation != null && about.channelId != null);
      } catch (JsonParseException broken) {
        return Optional.empty();
      }
    }
  }

  /**
   * Opens the dialog that the click asks for.
   *
   * @return why it could not be opened, empty when it was
   */
  Optional<String> open(Act act, Ref ref, Click click) {
    var about = new About(ref.c(), click.channelId(), click.rootTs());
    return workspaces
        .of(click.teamId())
        .map(workspace -> open(workspace, act, about, click))
        .orElse(Optional.of("this workspace is not connected any more"));
  }

  private Optional<String> open(Workspace workspace, Act act, About about, Click click) {
    var loading = DialogViews.loading(act, about.json());
    var outcome =
        api.callHastily(
            workspace.token(),
            methods -> methods.viewsOpen(asks -> asks.triggerId(click.triggerId()).view(loading)));
    return switch (outcome) {
      case Outcome.Done<ViewsOpenResponse>(var opened) -> {
        executor.execute(() -> fill(workspace, act, about, opened.getView()));
        yield Optional.empty();
      }
      case Outcome.Later<ViewsOpenResponse> _, Outcome.Never<ViewsOpenResponse> _ ->
          Optional.of("Slack could not open the dialog in time, try again");
    };
  }

  private void fill(Workspace workspace, Act act, About about, View opened) {
    var filled = view(act, about);
    var outcome =
        api.call(
            workspace.token(),
            methods ->
                methods.viewsUpdate(
                    asks -> asks.viewId(opened.getId()).hash(opened.getHash()).view(filled)));
    if (!(outcome instanceof Outcome.Done<?>)) {
      LOG.warn("conversation {}: a dialog could not be filled: {}", about.conversation(), outcome);
    }
  }

  private View view(Act act, About about) {
    return switch (act) {
      case NOTE -> DialogViews.note(about.json());
      case RESOLVE -> DialogViews.resolve(about.json());
      case ASSIGN -> DialogViews.assign(about.json(), colleagues());
      case REPLY -> reply(about);
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
          throw new IllegalArgumentException(act + " needs no dialog");
    };
  }

  private List<Account> colleagues() {
    return accounts.active().stream().filter(account -> account.role().worksOnCases()).toList();
  }

  private View reply(About about) {
    var best = suggestions.best(about.conversation(), MOST_SUGGESTIONS);
    return DialogViews.reply(about.json(), best.stream().map(Suggestion::parts).toList());
  }
}
