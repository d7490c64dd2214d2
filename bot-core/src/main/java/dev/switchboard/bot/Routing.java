package dev.switchboard.bot;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Decides which people see to a case, and how soon.
 *
 * <p>An implementation needs no network, changes nothing, is safe for use by many threads, and
 * answers in well under a millisecond.
 */
public interface Routing {

  /**
   * Where a case goes.
   *
   * @param team the team's name, empty where there are no teams
   * @param priority how soon people are to see to it
   * @param due when the first reply is due, empty when the team has set itself no time
   */
  record Route(String team, Priority priority, Optional<Instant> due) {
    /** To whoever is there. */
    public static final Route NONE = new Route("", Priority.NORMAL, Optional.empty());
  }

  /** Where a case goes that comes to people at that moment. */
  Route route(Situation situation, Instant at);

  /** The team's topics that the text is about. */
  Set<String> topics(String text);

  /** Whom of the team to call at a moment, by their e-mail addresses. */
  List<String> onCall(String team, Instant at);

  /** The name or id of the team's channel in Slack, empty when it has none of its own. */
  String slackChannel(String team);
}
