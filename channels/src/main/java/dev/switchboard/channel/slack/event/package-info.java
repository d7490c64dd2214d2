/**
 * What Slack tells. {@link dev.switchboard.channel.slack.event.Events} keeps it before it is
 * acknowledged and hands it to the {@link dev.switchboard.channel.slack.event.Reception} as a
 * {@link dev.switchboard.channel.slack.event.Happened}: people's words and deeds, without the app's
 * own echo.
 */
@NullMarked
package dev.switchboard.channel.slack.event;

import org.jspecify.annotations.NullMarked;
