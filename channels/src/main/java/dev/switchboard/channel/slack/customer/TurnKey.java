package dev.switchboard.channel.slack.customer;

/**
 * The turn that a delivery is about, as its key names it.
 *
 * @param seq of the turn in its conversation
 */
record TurnKey(String conversationId, long seq) {

  static TurnKey of(String key) {
    int slash = key.lastIndexOf('/');
    return new TurnKey(key.substring(0, slash), Long.parseLong(key.substring(slash + 1)));
  }
}
