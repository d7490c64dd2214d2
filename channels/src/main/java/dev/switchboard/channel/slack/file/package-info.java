/**
 * Files between conversations and Slack: {@link dev.switchboard.channel.slack.file.FilesIn} takes
 * in what people send there, {@link dev.switchboard.channel.slack.file.FilesOut} shows there what
 * belongs to a conversation.
 */
@NullMarked
package dev.switchboard.channel.slack.file;

import org.jspecify.annotations.NullMarked;
