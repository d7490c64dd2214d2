/**
 * A stand-in for Slack, to try the desk without Slack and to test against.
 *
 * <p>{@link dev.switchboard.channel.slack.sandbox.SlackSandbox} is a server of its own on this
 * machine: it speaks the Web API as far as it is used here, with Slack's own errors and limits,
 * signs the events it sends or sends them over a socket, tells the app of its own messages as Slack
 * does, takes and gives files, lets a second workspace be connected, and fails on demand: one call
 * at a time, or as a {@link dev.switchboard.channel.slack.sandbox.Storm}. Nothing leaves the
 * machine.
 */
@NullMarked
package dev.switchboard.channel.slack.sandbox;

import org.jspecify.annotations.NullMarked;
