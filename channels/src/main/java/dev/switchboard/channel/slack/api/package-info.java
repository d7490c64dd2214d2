/**
 * Slack's Web API: {@link dev.switchboard.channel.slack.api.SlackApi} calls it with timeouts and
 * maps what happens to an {@link dev.switchboard.channel.slack.api.Outcome}, {@link
 * dev.switchboard.channel.slack.api.Workspaces} knows where the app is installed.
 */
@NullMarked
package dev.switchboard.channel.slack.api;

import org.jspecify.annotations.NullMarked;
