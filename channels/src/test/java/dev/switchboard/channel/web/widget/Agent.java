package dev.switchboard.channel.web.widget;

import dev.switchboard.bot.conversation.AgentText;
import dev.switchboard.bot.conversation.AgentTurns;
import dev.switchboard.bot.conversation.Command;
import dev.switchboard.bot.conversation.Conversations;
import java.util.concurrent.atomic.AtomicInteger;

/** Ann, who answers customers. */
final class Agent {
  private static final AtomicInteger WRITTEN = new AtomicInteger();
  private static final String NAME = "Ann";

  private final Conversations conversations;
  private final AgentTurns turns;
  private final String id;

  Agent(Stage stage, String conversation) {
    conversations = stage.bean(Conversations.class);
    turns = stage.bean(AgentTurns.class);
    id = conversation;
  }

  void claims() {
    conversations.command(id, new Command.Claim(NAME));
  }

  void replies(String text) {
    turns.reply(id, new AgentText(NAME, "reply" + WRITTEN.incrementAndGet(), text));
  }

  void notes(String text) {
    turns.note(id, new AgentText(NAME, "note" + WRITTEN.incrementAndGet(), text));
  }

  void handsBack() {
    conversations.command(id, new Command.HandBack(NAME));
  }

  void resolves() {
    conversations.command(id, new Command.Resolve(NAME, "answered"));
  }
}
