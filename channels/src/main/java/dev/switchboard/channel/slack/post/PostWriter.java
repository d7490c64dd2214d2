package dev.switchboard.channel.slack.post;

import dev.switchboard.channel.slack.api.Workspace;
import java.util.List;

/**
 * Writes posts of one kind into Slack when their turn comes, with what is true then.
 *
 * <p>It changes nothing else and returns within a minute. What was doubtful it looks up first,
 * where saying it twice would be seen.
 */
public interface PostWriter {

  /** The kind of posts it writes, of 1 to 20 characters. */
  String kind();

  /** Whether it becomes a message of its own, of which a channel takes one a second. */
  boolean isPaced();

  /**
   * Writes the first of the posts, and with it as many that follow as make one message.
   *
   * @param posts at least one, of this kind and of one lane, in their order
   */
  Written write(Workspace workspace, List<Post> posts);
}
