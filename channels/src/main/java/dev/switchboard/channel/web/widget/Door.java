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
import java.util.Locale;

/** Lets visitors in to what is theirs, and nobody else. */
@Singleton
final class Door {
  private static final String BEARER = "Bearer ";

  private final Visitors visitors;
  private final Conversations conversations;
  private final WidgetSettings settings;
  private final Limits limits;

  Door(Visitors visitors, Conversations conversations, WidgetSettings settings, Limits limits) {
    this.visitors = visitors;
    this.conversations = conversations;
    this.settings = settings;
    this.limits = limits;
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
   * @throws Refusal as {@link #admit} does, and with 401 when no valid token comes with it
   */
  Visitor visitor(HttpRequest<?> request) {
    admit(request);
    var given = request.getHeaders().getAll(HttpHeaders.AUTHORIZATION);
    if (given.size() == 1 && isBearer(given.getFirst())) {
      var visitor = visitors.find(given.getFirst().substring(BEARER.length()).strip());
      if (visitor.isPresent()) {
        return visitor.get();
      }
    }
    throw new Refusal(
        HttpStatus.UNAUTHORIZED, "session", "Open a session first and send its token.");
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
