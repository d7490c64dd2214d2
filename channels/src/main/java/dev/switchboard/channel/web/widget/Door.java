package dev.switchboard.channel.web.widget;

import dev.switchboard.bot.conversation.Conversation;
import dev.switchboard.bot.conversation.Conversations;
import dev.switchboard.channel.http.OwnPage;
import dev.switchboard.channel.http.Refusal;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;

/** Lets visitors in to what is theirs, and nobody else. */
@Singleton
final class Door {
  private static final String BEARER = "Bearer ";

  private final Visitors visitors;
  private final Conversations conversations;
  private final WidgetSettings settings;
  private final IdentitySettings identity;
  private final Passports passports;
  private final Limits limits;
  private final Clock clock;

  Door(
      Visitors visitors,
      Conversations conversations,
      WidgetSettings settings,
      IdentitySettings identity,
      Passports passports,
      Limits limits,
      Clock clock) {
    this.visitors = visitors;
    this.conversations = conversations;
    this.settings = settings;
    this.identity = identity;
    this.passports = passports;
    this.limits = limits;
    this.clock = clock;
  }

  /**
   * Checks where a request comes from, before anybody is known.
   *
   * @throws Refusal with 403 when a page sends it that must not, with 429 when it is one too many
   */
  void admit(HttpRequest<?> request) {
    var origin = request.getHeaders().get(HttpHeaders.ORIGIN);
    if (origin != null && !OwnPage.isOrigin(origin, request) && !settings.allows(origin)) {
      throw new Refusal(
          HttpStatus.FORBIDDEN, "origin", "Pages of this origin may not use the widget.");
    }
    if (request.getMethod() != HttpMethod.GET) {
      limits.count(request);
    }
  }

  /**
   * The visitor who sends the request.
   *
   * @throws Refusal as {@link #admit} does, and with 401 when no valid token comes with it, or one
   *     of somebody who has to say anew who they are
   */
  Visitor visitor(HttpRequest<?> request) {
    admit(request);
    var visitor = token(request).flatMap(visitors::find).orElseThrow(Door::noSession);
    if (!admits(visitor)) {
      throw unidentified();
    }
    return visitor;
  }

  /** Whether the visitor may be here still, by what is known of who they are. */
  boolean admits(Visitor visitor) {
    return identity.mode().admits(visitor.standing(), clock.instant());
  }

  /** The token that comes with the request, whether or not it is good. */
  Optional<String> token(HttpRequest<?> request) {
    var given = request.getHeaders().getAll(HttpHeaders.AUTHORIZATION);
    return given.size() == 1 && isBearer(given.getFirst())
        ? Optional.of(given.getFirst().substring(BEARER.length()).strip())
        : Optional.empty();
  }

  /**
   * The session of a visitor who opens the page, new or as it was.
   *
   * @param resume the token of the visit that this browser had, if any
   * @param jwt by which the team's own site vouches for the visitor, if it does
   * @throws Refusal with 401 when the token is not good, or is missing where one is required
   */
  Visitors.Session session(Optional<String> resume, String locale, Optional<String> jwt) {
    if (identity.mode() != IdentitySettings.Mode.ANONYMOUS && jwt.isPresent()) {
      return visitors.identify(resume, locale, passports.check(jwt.get()));
    }
    return resume
        .flatMap(token -> visitors.find(token).map(found -> new Visitors.Session(token, found)))
        .filter(session -> identity.mode().resumes(session.visitor().standing(), clock.instant()))
        .map(session -> visitors.resume(session.token(), session.visitor()))
        .orElseGet(() -> begin(locale));
  }

  private Visitors.Session begin(String locale) {
    if (identity.mode() == IdentitySettings.Mode.REQUIRED) {
      throw unidentified();
    }
    return visitors.begin(locale);
  }

  private static Refusal noSession() {
    return new Refusal(
        HttpStatus.UNAUTHORIZED, "session", "Open a session first and send its token.");
  }

  private static Refusal unidentified() {
    return new Refusal(
        HttpStatus.UNAUTHORIZED, "identity", "Open a session with a token that says who you are.");
  }

  private static boolean isBearer(String given) {
    return given.toLowerCase(Locale.ROOT).startsWith(BEARER.toLowerCase(Locale.ROOT));
  }

  /**
   * The visitor's conversation.
   *
   * @throws Refusal with 404 when there is none of that id, or it is somebody else's: the same for
   *     both
   */
  Conversation own(Visitor visitor, String id) {
    return conversations
        .find(id)
        .filter(found -> found.channel().equals(Visitor.CHANNEL))
        .filter(found -> found.address().equals(visitor.id()))
        .orElseThrow(() -> new Refusal(HttpStatus.NOT_FOUND, "There is no such conversation."));
  }
}
