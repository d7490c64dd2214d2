/**
 * The desk in Slack: one card for each case, and a thread under it.
 *
 * <p>{@code CaseThreads} compares conversations with what their threads were told and adds what is
 * missing; {@code CardWriter}, {@code TurnWriter} and {@code LineWriter} write it when its turn
 * comes. What people do comes back by {@link dev.switchboard.channel.slack.desk.Clicks}, {@link
 * dev.switchboard.channel.slack.desk.Submissions} and {@code ThreadMessages}, which decides whether
 * a message is a note or goes to the customer: it is a note unless somebody clearly wants
 * otherwise.
 */
@NullMarked
package dev.switchboard.channel.slack.desk;

import org.jspecify.annotations.NullMarked;
