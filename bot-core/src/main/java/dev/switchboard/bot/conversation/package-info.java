/**
 * Stored conversations: the durable path from what a customer writes to what the customer reads.
 *
 * <p>{@link dev.switchboard.bot.conversation.Inbox} takes a message in, once only, and acknowledges
 * it when it is durable. {@link dev.switchboard.bot.conversation.Custody} says who may speak to the
 * customer; {@link dev.switchboard.bot.conversation.CustodyPolicy} is the pure function that
 * changes it, {@link dev.switchboard.bot.conversation.Conversations} stores the change with its
 * event. The {@code …Table} types are the tables, the {@code …Row} types their rows.
 */
@NullMarked
package dev.switchboard.bot.conversation;

import org.jspecify.annotations.NullMarked;
