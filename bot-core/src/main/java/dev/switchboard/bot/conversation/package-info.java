/**
 * Stored conversations: the durable path from what a customer writes to what the customer reads.
 *
 * <p>{@link dev.switchboard.bot.conversation.Inbox} takes a message in, once only, and acknowledges
 * it when it is durable. {@link dev.switchboard.bot.conversation.Custody} says who may speak to the
 * customer; {@link dev.switchboard.bot.conversation.CustodyPolicy} is the pure function that
 * changes it, {@link dev.switchboard.bot.conversation.Conversations} stores the change with its
 * event. {@link dev.switchboard.bot.conversation.Worker} takes what waits for the bot out of {@code
 * WorkQueue}, lets {@code Drafter} ask the engine outside any transaction, and stores reply,
 * receipt, custody and outbox in one; whoever lost custody meanwhile sends nothing. {@link
 * dev.switchboard.bot.conversation.Courier} carries the outbox to an {@link
 * dev.switchboard.bot.conversation.Address}; what cannot be delivered is found in {@link
 * dev.switchboard.bot.conversation.DeadLetters}. {@link dev.switchboard.bot.conversation.Shift}
 * keeps all of them at work. {@code Tally} counts what becomes of messages, {@link
 * dev.switchboard.bot.conversation.Backlogs} looks what waits.
 *
 * <p>{@code Thinking} gives the engine a limited time; what is ready of a reply before it is stored
 * is told by {@code LiveDraft}. An {@code Episode} bounds what the bot remembers of a conversation.
 * {@code Senders} says who writes, as far as the rules of the team go by it, and {@code Routes}
 * keeps which team sees to a case and until when. A channel that has to keep doing something gives
 * the shift a {@link dev.switchboard.bot.conversation.Chore}; {@link
 * dev.switchboard.bot.conversation.Deliveries} tells it what has arrived.
 *
 * <p>People come in by {@link dev.switchboard.bot.conversation.HandOff}, find what waits for them
 * in {@link dev.switchboard.bot.conversation.Cases}, all of one case in its {@link
 * dev.switchboard.bot.conversation.CaseFile}, take it by a command and write by {@link
 * dev.switchboard.bot.conversation.AgentTurns}; {@link
 * dev.switchboard.bot.conversation.Suggestions} says what the bot would reply. Whoever looks at a
 * conversation is told by the {@link dev.switchboard.bot.conversation.Bell} when to look again.
 *
 * <p>{@link dev.switchboard.bot.conversation.Attachments} are the files that customers send: first
 * the file, then the message that takes it along. {@link
 * dev.switchboard.bot.conversation.Customers} knows who writes from an address, and gives one
 * address to a customer whom the team's own site vouches for; {@code Relocation} takes along what
 * was said elsewhere. {@link dev.switchboard.bot.conversation.LetterBox} takes what is to be
 * answered by e-mail; {@link dev.switchboard.bot.conversation.Staffing} measures whether people are
 * at work.
 *
 * <p>The {@code …Table} types are the tables, the {@code …Row} types their rows.
 */
@NullMarked
package dev.switchboard.bot.conversation;

import org.jspecify.annotations.NullMarked;
