package dev.switchboard.bot;

/**
 * Who writes, as far as rules go by it.
 *
 * @param channel the name of the channel, empty when there is none
 * @param vip whether the team's own site vouches for them, and the team has listed them
 * @param known whether the team's own site vouches for who they are
 */
public record Sender(String channel, boolean vip, boolean known) {

  /** Nobody known, through no channel. */
  public static final Sender UNKNOWN = new Sender("", false, false);

  /** Somebody whom nobody vouches for, unless the team has listed them. */
  public Sender(String channel, boolean vip) {
    this(channel, vip, vip);
  }
}
