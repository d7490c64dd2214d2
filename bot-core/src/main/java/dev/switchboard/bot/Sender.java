package dev.switchboard.bot;

/**
 * Who writes, as far as rules go by it.
 *
 * @param channel the name of the channel, empty when there is none
 * @param vip whether the team's own site vouches for them, and the team has listed them
 */
public record Sender(String channel, boolean vip) {

  /** Nobody known, through no channel. */
  public static final Sender UNKNOWN = new Sender("", false);
}
