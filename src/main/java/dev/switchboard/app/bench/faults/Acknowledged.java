package dev.switchboard.app.bench.faults;

/**
 * A message that the server has promised to keep.
 *
 * @param token of the visitor who wrote it
 * @param conversation its id
 * @param seq its number there
 * @param clientId unique over the whole run
 */
record Acknowledged(String token, String conversation, long seq, String clientId, String text) {}
