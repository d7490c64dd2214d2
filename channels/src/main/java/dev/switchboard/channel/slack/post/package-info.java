/**
 * Saying things in Slack. {@link dev.switchboard.channel.slack.post.Posts} takes what is to be
 * said, durably; the postman says it, in order, at the pace Slack allows, again after an outage,
 * through the {@link dev.switchboard.channel.slack.post.PostWriter} of its kind. A post holds what
 * it is about, not its words: they are written when its turn comes.
 */
@NullMarked
package dev.switchboard.channel.slack.post;

import org.jspecify.annotations.NullMarked;
