package dev.switchboard.bot.conversation;

import java.time.Instant;

/** What somebody wants to be done with the custody of a conversation. */
public sealed interface Command {

  /** Longest name of an agent, in UTF-16 characters. */
  int LONGEST_AGENT = 200;

  /** Why, in words a support lead understands; empty where the command says it all. */
  default String because() {
    return "";
  }

  /** The customer has written. */
  record CustomerWrote() implements Command {}

  /**
   * The bot asks for a person.
   *
   * @param because the reason in words a support lead understands
   */
  record Escalate(String because) implements Command {}

  /** An agent takes the conversation, from the queue or out of the bot's mouth. */
  record Claim(String agent) implements Command {
    public Claim {
      StorableText.name("the agent's name", agent, LONGEST_AGENT);
    }
  }

  /** The agent puts it aside until then; kept to the millisecond. */
  record Snooze(String agent, Instant until) implements Command {
    public Snooze {
      StorableText.name("the agent's name", agent, LONGEST_AGENT);
      until = Instant.ofEpochMilli(until.toEpochMilli());
    }
  }

  /** The time until which it was put aside has come. */
  record Wake() implements Command {}

  /** The agent gives it back to the bot. */
  record HandBack(String agent) implements Command {
    public HandBack {
      StorableText.name("the agent's name", agent, LONGEST_AGENT);
    }
  }

  /**
   * The agent considers it done.
   *
   * @param because the reason, may be empty
   */
  record Resolve(String agent, String because) implements Command {
    public Resolve {
      StorableText.name("the agent's name", agent, LONGEST_AGENT);
    }

    /** Without a reason. */
    public Resolve(String agent) {
      this(agent, "");
    }
  }

  /** The agent puts it back into the queue: another one has to see to it. */
  record Release(String agent) implements Command {
    public Release {
      StorableText.name("the agent's name", agent, LONGEST_AGENT);
    }
  }

  /** Somebody gives it to an agent, whoever has it now. */
  record Assign(String to) implements Command {
    public Assign {
      StorableText.name("the agent's name", to, LONGEST_AGENT);
    }
  }

  /**
   * Somebody gives it to an agent, knowing who has it.
   *
   * @param by who gives it; themselves to take it over
   * @param to who gets it
   * @param from who has it as far as they know, empty for nobody; when somebody else has it by now,
   *     the command does not hold
   */
  record Transfer(String by, String to, String from) implements Command {
    public Transfer {
      StorableText.name("the agent's name", by, LONGEST_AGENT);
      StorableText.name("the agent's name", to, LONGEST_AGENT);
    }

    @Override
    public String because() {
      return by.equals(to)
          ? "%s took it over from %s".formatted(by, from.isEmpty() ? "nobody" : from)
          : "%s gave it to %s".formatted(by, to);
    }
  }

  /** The customer wants a person. */
  record AskForPerson() implements Command {
    @Override
    public String because() {
      return "the customer asked for a person";
    }
  }

  /** The customer ends it. */
  record End() implements Command {}

  /** Nobody has anything to add. */
  record Close() implements Command {}
}
