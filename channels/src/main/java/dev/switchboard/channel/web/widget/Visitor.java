package dev.switchboard.channel.web.widget;

import java.time.Instant;
import java.util.Locale;

/**
 * Somebody who writes on a web page.
 *
 * @param id unguessable, their address in the channel
 * @param locale the language of their page, {@link Locale#ROOT} when unknown
 * @param origin tells this browser's visit from all others, and stays when the visitor says who
 *     they are
 * @param standing what is known of who they are
 */
record Visitor(String id, Locale locale, String origin, Standing standing) {
  /** The channel's name. */
  static final String CHANNEL = "web";

  /** What is known of who a visitor is. */
  sealed interface Standing {}

  /** Nobody has vouched for them. */
  record Anonymous() implements Standing {}

  /**
   * The team's own site has vouched for them.
   *
   * @param until for how long
   */
  record Identified(Instant until) implements Standing {
    boolean is(Instant now) {
      return now.isBefore(until);
    }
  }
}
