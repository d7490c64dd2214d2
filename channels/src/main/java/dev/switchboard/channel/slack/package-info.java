/**
 * Slack: where agents work on cases.
 *
 * <p>{@code SlackController} takes what Slack sends by HTTP, once its signature holds, {@code
 * SocketMode} what comes over a connection of ours; {@code SlackApp} is the same for both. What is
 * told is stored before it is acknowledged ({@code event}), what is to be said is stored before it
 * is said ({@code post}). {@code desk} keeps a card and a thread for each case, {@code customer}
 * answers customers who write in Slack, {@code file} moves files both ways, {@code people} knows
 * who is who, and {@code sandbox} stands in for Slack on this machine. {@code
 * SlackInstallController} connects more workspaces than the configured one.
 */
@NullMarked
package dev.switchboard.channel.slack;

import org.jspecify.annotations.NullMarked;
