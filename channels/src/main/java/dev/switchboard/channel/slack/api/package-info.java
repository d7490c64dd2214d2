/**
 * Slack's Web API: {@link dev.switchboard.channel.slack.api.SlackApi} calls it with timeouts and
 * maps what happens to an {@link dev.switchboard.channel.slack.api.Outcome}, {@link
 * dev.switchboard.channel.slack.api.Workspaces} knows where the app is installed, {@link
 * dev.switchboard.channel.slack.api.Installs} has it installed elsewhere.
 */
@NullMarked
package dev.switchboard.channel.slack.api;

import org.jspecify.annotations.NullMarked;
