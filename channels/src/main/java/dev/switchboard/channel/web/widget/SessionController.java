package dev.switchboard.channel.web.widget;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.switchboard.bot.conversation.Conversation;
import dev.switchboard.bot.conversation.Conversations;
import dev.switchboard.bot.media.ReadAloud;
import dev.switchboard.bot.media.VoiceReader;
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
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Lets visitors begin. */
@Controller("/widget/v1")
@Secured(SecurityRule.IS_ANONYMOUS)
@Hidden
@ExecuteOn(TaskExecutors.BLOCKING)
final class SessionController {
  private final Door door;
  private final Visitors visitors;
  private final Conversations conversations;
  private final WidgetSettings settings;
  private final IdentitySettings identity;
  private final Limits limits;
  private final Staff staff;
  private final VoiceReader voices;
  private final ReadAloud aloud;

  SessionController(
      Door door,
      Visitors visitors,
      Conversations conversations,
      WidgetSettings settings,
      IdentitySettings identity,
      Limits limits,
      Staff staff,
      VoiceReader voices,
      ReadAloud aloud) {
    this.door = door;
    this.visitors = visitors;
    this.conversations = conversations;
    this.settings = settings;
    this.identity = identity;
    this.limits = limits;
    this.staff = staff;
    this.voices = voices;
    this.aloud = aloud;
  }

  /**
   * What a page is told that has a session now.
   *
   * @param sessionToken proves from now on who sends a request
   * @param visitorId the visitor's own id
   * @param expiresIn seconds until the token is over, if it is not used to come back before
   * @param identified whether the team's own site has said who it is
   * @param conversation the latest, null when there is none
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Opened(
      @JsonProperty("session_token") String sessionToken,
      @JsonProperty("visitor_id") String visitorId,
      @JsonProperty("expires_in") long expiresIn,
      boolean identified,
      @Nullable Latest conversation) {}

  /** The conversation that goes on. */
  @Serdeable
  record Latest(String id, String state) {}

  /** Opens the visit, or goes on with the one of the token that comes as {@code resume}. */
  @Post("/sessions")
  @Consumes(MediaType.ALL)
  HttpResponse<Opened> open(HttpRequest<?> request, @Body @Nullable InputStream body) {
    door.admit(request);
    var asked = JsonBody.of(request, body);
    limits.countSession(request);
    var session =
        door.session(
            asked.optionalText("resume"),
            asked.optionalText("locale").orElse("und"),
            asked.optionalText("jwt"));
    return HttpResponse.created(opened(session)).header(HttpHeaders.CACHE_CONTROL, "no-store");
  }

  private Opened opened(Visitors.Session session) {
    var visitor = session.visitor();
    var latest =
        conversations.at(Visitor.CHANNEL, visitor.id(), 1).stream()
            .map(SessionController::latest)
            .findFirst()
            .orElse(null);
    return new Opened(
        session.token(),
        visitor.id(),
        Visitors.VALID.toSeconds(),
        visitor.standing() instanceof Visitor.Identified,
        latest);
  }

  /** Ends the visit: its token is good for nothing from now on. */
  @Post("/sessions/end")
  @Consumes(MediaType.ALL)
  HttpResponse<?> end(HttpRequest<?> request, @Body @Nullable InputStream body) {
    door.admit(request);
    JsonBody.of(request, body);
    door.token(request).ifPresent(visitors::end);
    return HttpResponse.noContent();
  }

  private static Latest latest(Conversation conversation) {
    return new Latest(conversation.id(), ShownState.of(conversation.custody()));
  }

  /**
   * How the widget looks, and what it can do.
   *
   * @param name the team's name as customers read it
   * @param brand the colour of buttons, {@code #rrggbb}
   * @param aiNotice says that a program answers; never empty
   * @param features what of the widget works here
   * @param identity {@code anonymous}, {@code optional} or {@code required}: whether customers have
   *     to say who they are
   * @param availability {@code online} when an agent did something in the last 15 minutes, else
   *     {@code away}
   */
  @Serdeable
  record Look(
      String name,
      String brand,
      @JsonProperty("ai_notice") String aiNotice,
      Features features,
      String identity,
      String availability) {}

  /**
   * What of the widget works here.
   *
   * @param voice whether what was spoken can be turned into text
   * @param speech whether answers can be spoken by the server
   */
  @Serdeable
  record Features(
      boolean transcript,
      boolean feedback,
      boolean csat,
      boolean cases,
      boolean attachments,
      boolean voice,
      boolean speech) {}

  @Get("/config")
  Look look(HttpRequest<?> request) {
    door.admit(request);
    return new Look(
        settings.name(),
        settings.brand(),
        settings.aiNotice(),
        new Features(true, true, true, true, true, voices.isOn(), aloud.isOn()),
        identity.mode().name().toLowerCase(Locale.ROOT),
        staff.isPresent() ? "online" : "away");
  }
}
