/**
 * Customers in Slack: they write to the app directly or mention it, and are answered in the same
 * place, with sources. Their conversations are like any other; {@code SlackAddress} is where they
 * are reached.
 */
@NullMarked
package dev.switchboard.channel.slack.customer;

import org.jspecify.annotations.NullMarked;
