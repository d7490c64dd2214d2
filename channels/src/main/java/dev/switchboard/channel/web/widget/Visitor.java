package dev.switchboard.channel.web.widget;

import java.util.Locale;

/**
 * Somebody who writes on a web page.
 *
 * @param id unguessable, their address in the channel
 * @param locale the language of their page, {@link Locale#ROOT} when unknown
 */
record Visitor(String id, Locale locale) {
  /** The channel's name. */
  static final String CHANNEL = "web";
}
