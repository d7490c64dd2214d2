package dev.switchboard.channel.web;

import java.util.List;

/**
 * Questions to begin with, shown on the page where nothing was asked yet.
 *
 * <p>Safe for use by many threads; it is called each time the page is opened.
 */
public interface Examples {

  /** A few questions that the knowledge answers, the best first; may be empty. */
  List<String> some();
}
