package dev.switchboard.knowledge.intake;

import java.net.URI;

/** What became of fetching an address. */
public sealed interface Fetched {

  /**
   * A page.
   *
   * @param address where it was found, after redirects
   * @param type its content type without parameters, in lower case
   * @param bytes its body, at most 10 MB; text is UTF-8 unless it is HTML
   */
  @SuppressWarnings("ArrayRecordComponent") // Handed over once and never compared.
  record Page(URI address, String type, byte[] bytes) implements Fetched {}

  /**
   * No page.
   *
   * @param problem why
   */
  record NoPage(Problem problem) implements Fetched {}
}
