package dev.switchboard.channel.web.widget;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.switchboard.bot.conversation.Conversation;
import dev.switchboard.bot.conversation.Conversations;
import dev.switchboard.channel.http.JsonBody;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Lets visitors begin. */
@Controller("/widget/v1")
@Secured(SecurityRule.IS_ANONYMOUS)
@Hidden
@ExecuteOn(TaskExecutors.BLOCKING)
final class SessionController {
  private static final String NOTICE = "You are talking to an automated assistant, not a person.";

  private final Door door;
  private final Visitors visitors;
  private final Conversations conversations;
  private final WidgetSettings settings;

  SessionController(
      Door door, Visitors visitors, Conversations conversations, WidgetSettings settings) {
    this.door = door;
    this.visitors = visitors;
    this.conversations = conversations;
    this.settings = settings;
  }

  /** What a page is told that has a session now. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Opened(
      @JsonProperty("session_token") String sessionToken,
      @JsonProperty("visitor_id") String visitorId,
      @JsonProperty("expires_in") long expiresIn,
      @Nullable Latest conversation) {}

  /** The conversation that goes on. */
  @Serdeable
  record Latest(String id, String state) {}

  @Post("/sessions")
  @Consumes(MediaType.ALL)
  HttpResponse<Opened> open(HttpRequest<?> request, @Body @Nullable InputStream body) {
    door.admit(request);
    var asked = JsonBody.of(request, body);
    var session =
        visitors.open(asked.optionalText("resume"), asked.optionalText("locale").orElse("und"));
    var latest =
        conversations.at(Visitor.CHANNEL, session.visitor().id(), 1).stream()
            .map(SessionController::latest)
            .findFirst()
            .orElse(null);
    return HttpResponse.created(
            new Opened(session.token(), session.visitor().id(), Visitors.VALID.toSeconds(), latest))
        .header(HttpHeaders.CACHE_CONTROL, "no-store");
  }

  private static Latest latest(Conversation conversation) {
    return new Latest(conversation.id(), ShownState.of(conversation.custody()));
  }

  /** How the widget looks, and what it can do. */
  @Serdeable
  record Look(
      String name, String brand, @JsonProperty("ai_notice") String aiNotice, Features features) {}

  /** What of the widget works here. */
  @Serdeable
  record Features(boolean transcript, boolean feedback, boolean csat, boolean cases) {}

  @Get("/config")
  Look look(HttpRequest<?> request) {
    door.admit(request);
    return new Look(
        settings.name(), settings.brand(), NOTICE, new Features(true, true, true, false));
  }
}
