/**
 * Words on their way into Slack and out of it.
 *
 * <p>{@link dev.switchboard.channel.slack.text.Mrkdwn} writes such that nobody's words have power
 * there: no mention, no disguised link; {@link dev.switchboard.channel.slack.text.SlackWords} reads
 * what people write there; {@link dev.switchboard.channel.slack.text.Cut} keeps to Slack's limits.
 */
@NullMarked
package dev.switchboard.channel.slack.text;

import org.jspecify.annotations.NullMarked;
