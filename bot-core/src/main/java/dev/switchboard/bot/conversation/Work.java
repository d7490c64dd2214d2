package dev.switchboard.bot.conversation;

import java.util.List;

/**
 * A customer's turn that a worker has taken to reply to.
 *
 * @param row the conversation as it was taken
 * @param question the customer's oldest turn without a reply
 * @param past the bot's latest replies before it, oldest first
 */
record Work(ConversationRow row, Turn question, List<PastReply> past) {}
