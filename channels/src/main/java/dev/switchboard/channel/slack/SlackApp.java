package dev.switchboard.channel.slack;

import com.slack.api.app_backend.SlackSignature;
import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.app_backend.interactive_components.payload.MessageShortcutPayload;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.middleware.Middleware;
import com.slack.api.bolt.middleware.builtin.RequestVerification;
import com.slack.api.bolt.middleware.builtin.SSLCheck;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.RequestType;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.File;
import dev.switchboard.channel.slack.api.SlackApi;
import dev.switchboard.channel.slack.api.SlackSettings;
import dev.switchboard.channel.slack.customer.CustomerClicks;
import dev.switchboard.channel.slack.desk.Clicks;
import dev.switchboard.channel.slack.desk.Commands;
import dev.switchboard.channel.slack.desk.SlackDesk;
import dev.switchboard.channel.slack.desk.Submissions;
import dev.switchboard.channel.slack.event.Click;
import dev.switchboard.channel.slack.event.Events;
import dev.switchboard.channel.slack.event.Happened;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The app as Slack's SDK sees it: the same for events by HTTP and over a socket.
 *
 * <p>Each handler returns when what it was told is durable, within the three seconds that Slack
 * waits.
 */
@Singleton
final class SlackApp {
  static final String SEND_TO_CUSTOMER = "send_to_customer";

  private static final Pattern ANY = Pattern.compile(".+");

  private final App app;

  SlackApp(
      SlackSettings settings,
      SlackApi api,
      Events events,
      Clicks clicks,
      CustomerClicks customers,
      Submissions submissions,
      SlackDesk desk,
      Commands commands) {
    app = new App(config(settings, api), middlewares(settings, events));
    app.blockAction(
        ANY,
        (request, context) -> {
          click(request.getPayload())
              .filter(click -> !customers.take(click))
              .ifPresent(clicks::take);
          return context.ack();
        });
    app.viewSubmission(
        ANY,
        (request, context) -> {
          var payload = request.getPayload();
          var team = payload.getView().getTeamId();
          var wrong = submissions.take(team, payload.getUser().getId(), payload.getView());
          return wrong.isEmpty() ? context.ack() : context.ackWithErrors(wrong);
        });
    app.viewClosed(ANY, (_, context) -> context.ack());
    app.command(
        ANY,
        (request, context) -> {
          var payload = request.getPayload();
          var words = known(payload.getText());
          return context.ack(commands.answer(payload.getTeamId(), payload.getUserId(), words));
        });
    app.messageShortcut(
        ANY,
        (request, context) -> {
          var payload = request.getPayload();
          // Another may stand in the app's settings: it does nothing, but not with an error.
          if (SEND_TO_CUSTOMER.equals(payload.getCallbackId())) {
            desk.sendToCustomer(wrote(payload), payload.getUser().getId());
          }
          return context.ack();
        });
    app.globalShortcut(ANY, (_, context) -> context.ack());
  }

  // Not the SDK's own checks of the workspace: they ask Slack before an event is acknowledged.
  private static List<Middleware> middlewares(SlackSettings settings, Events events) {
    var middlewares = new ArrayList<Middleware>();
    middlewares.add(new SSLCheck(""));
    if (!settings.signingSecret().isEmpty()) {
      var generator = new SlackSignature.Generator(settings.signingSecret());
      middlewares.add(new RequestVerification(new SlackSignature.Verifier(generator)));
    }
    middlewares.add(keeping(events));
    return middlewares;
  }

  private static AppConfig config(SlackSettings settings, SlackApi api) {
    return AppConfig.builder()
        .slack(api.sdk())
        .singleTeamBotToken(settings.botToken())
        .signingSecret(settings.signingSecret())
        .allEventsApiAutoAckEnabled(true)
        .build();
  }

  /** Keeps every event as it came in: which of them mean something is decided afterwards. */
  private static Middleware keeping(Events events) {
    return (request, response, chain) -> {
      if (request.getRequestType() != RequestType.Event) {
        return chain.next(request);
      }
      events.take(request.getRequestBodyAsString());
      return Response.ok();
    };
  }

  App bolt() {
    return app;
  }

  Response run(Request<?> request) throws Exception {
    return app.run(request);
  }

  private static Optional<Click> click(BlockActionPayload payload) {
    var container = payload.getContainer();
    if (payload.getActions().isEmpty() || container == null || payload.getTeam() == null) {
      return Optional.empty();
    }
    var action = payload.getActions().getFirst();
    var value =
        action.getSelectedOption() == null
            ? action.getValue()
            : action.getSelectedOption().getValue();
    var messageTs = known(container.getMessageTs());
    var threadTs = known(container.getThreadTs());
    return Optional.of(
        new Click(
            payload.getTeam().getId(),
            payload.getUser().getId(),
            known(container.getChannelId()),
            messageTs,
            threadTs.isEmpty() ? messageTs : threadTs,
            known(action.getActionId()),
            known(value),
            known(payload.getTriggerId()),
            known(payload.getResponseUrl())));
  }

  private static Happened.Wrote wrote(MessageShortcutPayload payload) {
    var message = payload.getMessage();
    return new Happened.Wrote(
        payload.getTeam().getId(),
        payload.getChannel().getId(),
        known(message.getThreadTs()),
        known(message.getTs()),
        known(message.getUser()),
        known(message.getText()),
        false,
        false,
        false,
        Stream.ofNullable(message.getFiles()).flatMap(List::stream).map(SlackApp::sent).toList());
  }

  private static Happened.SentFile sent(File file) {
    return new Happened.SentFile(
        known(file.getId()),
        known(file.getName()),
        known(file.getMimetype()),
        Objects.requireNonNullElse(file.getSize(), 0),
        known(file.getUrlPrivateDownload()));
  }

  private static String known(@Nullable String text) {
    return Objects.requireNonNullElse(text, "");
  }
}
