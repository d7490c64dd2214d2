package dev.switchboard.channel.slack.event;

/** Sees to what happens in Slack. */
public interface Reception {

  /**
   * Sees to it; may be given the same again, and does it once.
   *
   * @return whether it is done with; else it is given again in a while
   */
  boolean see(Happened happened);
}
